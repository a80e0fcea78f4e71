import type { StaffRole } from '../../../domain/role'
import { call, CallError } from '../../../services/call'
import { say } from '../../../services/say'
import { enter } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { roleWaysOf } from '../../../view/role-choice'
import { ROLE_WORDS } from '../../../view/words-role'

/** Where a role starts its work. */
const PAGES: Readonly<Record<string, string>> = {
  room: '/packages/staff/room-now/room-now',
  desk: '/packages/desk/notice-list/notice-list',
}

interface Accepted {
  readonly name: string
  readonly role: string
  readonly may: string
  readonly way: string
  readonly wayLabel: string
}

/** `?code=` comes with a shared invitation; else it is typed. */
Page({
  data: {
    textClass: '',
    code: '',
    wrong: '',
    sending: false,
    accepted: null as Accepted | null,
  },

  onLoad({ code = '' }: Record<string, string | undefined>) {
    this.setData({ textClass: textClass(), code })
  },
  onCode(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value, wrong: '' })
  },
  async onAccept() {
    const code = this.data.code.trim()
    if (this.data.sending) return
    if (code === '') {
      this.setData({ wrong: '请填邀请码' })
      return
    }
    this.setData({ sending: true })
    try {
      const { role, name } = await call('acceptInvitation', { code })
      this.setData({ accepted: acceptedOf(role, name) })
      // The role shows everywhere else from the next answer on; not having it yet is no failure here.
      await enter().catch(() => undefined)
    } catch (error) {
      this.setData({ sending: false })
      await this.onFailed(error)
    }
  },
  async onFailed(error: unknown) {
    const isUnknown =
      error instanceof CallError && ['not_found', 'invalid_input'].includes(error.detail.code)
    if (isUnknown) this.setData({ wrong: '没有这个邀请码，请对照着再填一次' })
    else await say(error, { retry: () => this.onAccept() })
  },
  onStart() {
    const url = PAGES[this.data.accepted?.way ?? '']
    if (url) void wx.redirectTo({ url })
    else void wx.switchTab({ url: '/pages/home/home' })
  },
})

function acceptedOf(role: StaffRole, name: string): Accepted {
  const { way, label } = roleWaysOf(role)
  return { name, role: ROLE_WORDS[role].name, may: ROLE_WORDS[role].may, way, wayLabel: label }
}
