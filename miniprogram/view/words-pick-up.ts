import type { WordsOfCode } from './words'
import { clock } from './when'

type PickUpCode = 'nothing_to_undo' | 'second_carer_needed' | `pass${string}` | `override${string}`

const back = { label: '返回', act: 'back' } as const
const home = { label: '回首页', act: 'home' } as const
const scanAgain = { label: '重新扫码', act: 'scan_again' } as const
const callGuardian = { label: '打电话', act: 'call_guardian' } as const
const reload = { label: '看一下', act: 'retry' } as const

/** Who may take a child home, and how a slip is undone. */
export const PICK_UP_WORDS: Pick<WordsOfCode, Extract<keyof WordsOfCode, PickUpCode>> = {
  nothing_to_undo: () => ({
    title: '没有可以撤销的',
    text: '只能撤销今天的最后一次入园或离园。别的手机可能已经改过，请看最新的名单。',
    next: { label: '看在园', act: 'show_room' },
  }),
  pass_own: () => ({
    title: '这是您自己家发的',
    text: '请转发给要来接的人，由那位打开。您接孩子用签到码就好。',
    next: home,
  }),
  pass_taken: () => ({
    title: '已经有人先打开了',
    text: '接送码只认第一个打开的人。请告诉家长，让家长收回再发一张。',
    next: home,
  }),
  pass_revoked: ({ since }) => ({
    title: '接送码已经收回',
    text: `家长${since ? ` ${clock(since)} ` : ''}收回了这张接送码。先打电话问家长，再让孩子走。`,
    next: callGuardian,
  }),
  pass_other_opener: () => ({
    title: '号码对不上',
    text: '打开的人变了。请再看一眼号码，打电话跟来接的人核对。',
    next: reload,
  }),
  pass_unconfirmed: () => ({
    title: '家长还没有确认这位',
    text: '请家长在小程序里核对四位号码并确认，之后再扫。',
    next: callGuardian,
  }),
  pass_unknown: () => ({
    title: '没有这张接送码',
    text: '家长可能删掉了信息。先打电话问家长。',
    next: callGuardian,
  }),
  pass_only_out: () => ({
    title: '接送码只能接孩子',
    text: '送孩子入园请用家长的签到码，或者在名单里找到孩子。',
    next: scanAgain,
  }),
  passes_full: ({ most }) => ({
    title: `同时最多 ${most} 张接送码`,
    text: '请先收回一张，再发新的。',
    next: back,
  }),
  second_carer_needed: () => ({
    title: '要由另一位老师同意',
    text: '没有码的时候，放孩子走要两位老师。请叫一位同事在她的手机上同意。',
    next: back,
  }),
  override_agreed: () => ({
    title: '已经有同事同意了',
    text: '孩子的离园已经记下，不用再同意。',
    next: { label: '看在园', act: 'show_room' },
  }),
  override_over: () => ({
    title: '这次请求过期了',
    text: '超过十分钟的请求不能再同意，请同事重新提一次。',
    next: back,
  }),
}
