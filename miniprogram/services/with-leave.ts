import { LEAVE_WORDS, type Leave } from '../view/words-leave'

const SCOPES = { album: 'scope.writePhotosAlbum', calendar: 'scope.addPhoneCalendar' } as const

/**
 * Does what needs the person's leave; false when it was not done. WeChat asks once and keeps a no for good: then the
 * settings are offered, and what was wanted is done as soon as it is allowed there.
 */
export async function withLeave(leave: Leave, act: () => Promise<unknown>): Promise<boolean> {
  const first = await tried(act)
  if (first !== 'denied') return first === 'done'
  const { confirm } = await wx.showModal({
    ...LEAVE_WORDS[leave],
    cancelText: '先不用',
    confirmText: '去设置',
    confirmColor: '#0B6E78',
  })
  if (!confirm) return false
  const { authSetting } = await wx.openSetting()
  return authSetting[SCOPES[leave]] === true && (await tried(act)) === 'done'
}

async function tried(act: () => Promise<unknown>): Promise<'done' | 'denied' | 'left'> {
  try {
    await act()
    return 'done'
  } catch (error) {
    const { errMsg = '' } = (error ?? {}) as { errMsg?: string }
    return /auth(orize)? ?(deny|denied)/.test(errMsg) ? 'denied' : 'left'
  }
}
