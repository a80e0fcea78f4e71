import type { Fault } from '../domain/fault'
import type { Refusal } from '../domain/refusal'
import { ageSpanWords } from './age-span'
import { closedLong } from '../domain/why-closed'
import { yuan } from './money'
import { BOOK_WORDS } from './words-books'
import { CARE_WORDS } from './words-care'
import { DESK_WORDS } from './words-desk'
import { DOOR_WORDS } from './words-door'
import { NOTICE_WORDS } from './words-notice'
import { PLAN_WORDS } from './words-plan'
import { WAITING_WORDS } from './words-waiting'
import { clock, dateWords, hoursWord, spanWords } from './when'
import { RELEASE_WORDS } from './words-release'
import type { Fen } from '../domain/money'
import { SETTING_WORDS } from './words-setting'
import { PICK_UP_WORDS } from './words-pick-up'
import { PROGRAMME_WORDS } from './words-programme'
import { VOLUNTEER_WORDS } from './words-volunteer'

/** Everything that can end a call: the rules' no, a fault, or no network. */
export type Detail = Refusal | Fault | { readonly code: 'offline' }

/** What a button offers after a refusal; `services/follow.ts` knows the way. */
export type Act =
  | 'retry'
  | 'back'
  | 'home'
  | 'pick_other_day'
  | 'pick_other_time'
  | 'see_price'
  | 'draw'
  | 'stories'
  | 'bookings'
  | 'register'
  | 'read_notices'
  | 'call_site'
  | 'scan_again'
  | 'waits'
  | 'wait_session'
  | 'absences'
  | 'book_free'
  | 'call_guardian'
  | 'find_child'
  | 'show_room'
  | 'see_health'
  | 'statement'
  | 'see_volunteer'
  | 'see_book'
  | 'roster'

export interface Words {
  readonly title: string
  readonly text: string
  /** At most four characters on the button: WeChat's dialog takes no more. */
  readonly next?: { readonly label: string; readonly act: Act }
}

export type WordsOfCode = {
  readonly [Code in Detail['code']]: (detail: Extract<Detail, { code: Code }>) => Words
}

const otherDay = { label: '改选日子', act: 'pick_other_day' } as const
const otherTime = { label: '换个时间', act: 'pick_other_time' } as const
const retry = { label: '再试一次', act: 'retry' } as const
const back = { label: '返回', act: 'back' } as const
const home = { label: '回首页', act: 'home' } as const
const bookings = { label: '看预约', act: 'bookings' } as const
const stories = { label: '看绘本课', act: 'stories' } as const
const callSite = { label: '打电话', act: 'call_site' } as const

/** A code without words does not compile. */
const WORDS: WordsOfCode = {
  ...WAITING_WORDS,
  ...DOOR_WORDS,
  ...CARE_WORDS,
  ...PLAN_WORDS,
  ...DESK_WORDS,
  ...VOLUNTEER_WORDS,
  ...BOOK_WORDS,
  ...PROGRAMME_WORDS,
  ...NOTICE_WORDS,
  day_not_open: ({ date }) => ({
    title: '还不能预约这一天',
    text: `${dateWords(date)}还没有开放预约，只能约今天起两周内的日子。`,
    next: otherDay,
  }),
  day_closed: ({ date, why }) => ({
    title: '这一天不开放',
    text: `${dateWords(date)}，${closedLong(why)}。`,
    next: otherDay,
  }),
  span_off_grid: () => ({
    title: '时间要按半小时选',
    text: '请选整点或半点开始和结束。',
    next: otherTime,
  }),
  span_too_short: ({ minimumMinutes }) => ({
    title: '时间太短了',
    text: `一次至少托管 ${minimumMinutes / 60} 小时。`,
    next: otherTime,
  }),
  span_too_long: ({ maximumMinutes }) => ({
    title: '时间太长了',
    text: `一次最多托管 ${hoursWord(maximumMinutes)}。`,
    next: otherTime,
  }),
  outside_hours: ({ hours }) => ({
    title: '不在开放时间里',
    text: `这一天的开放时间是 ${spanWords(hours)}。`,
    next: otherTime,
  }),
  half_hour_closed: ({ at, why }) => ({
    title: `${clock(at)} 这半小时不开放`,
    text: `${closedLong(why)}。`,
    next: otherTime,
  }),
  span_past: () => ({
    title: '这个时间已经过了',
    text: '请选还没有开始的时间。',
    next: otherTime,
  }),
  child_too_young: ({ fromMonths, fromDate }) => ({
    title: '孩子还小一点',
    text: `托育点接收满 ${ageSpanWords(fromMonths)}的孩子，${dateWords(fromDate)}起就可以预约。现在可以先来听绘本故事。`,
    next: stories,
  }),
  child_too_old: ({ toMonths }) => ({
    title: '孩子长大了',
    text: `托育点接收不满 ${ageSpanWords(toMonths)}的孩子。绘本课程仍然欢迎您和孩子。`,
    next: stories,
  }),
  child_already_booked: ({ at }) => ({
    title: '这段时间已经约好了',
    text: `孩子在 ${clock(at)} 已经有预约，不用再约一次。`,
    next: bookings,
  }),
  session_full: ({ at, nearest }) => ({
    title: '刚刚约满了',
    text:
      nearest.length > 0
        ? `${clock(at)} 这半小时没有位置了。同一天还可以约 ${nearest.map(spanWords).join('、')}。没有扣费。`
        : `${clock(at)} 这半小时没有位置了，同一天也没有这么长的空位。没有扣费。`,
    next: nearest.length > 0 ? otherTime : otherDay,
  }),
  ...RELEASE_WORDS,
  price_changed: ({ totalFen }) => ({
    title: '价格变了',
    text: `现在是 ${yuan(totalFen as Fen)}，请看一下新账单再决定。还没有预约，也没有扣费。`,
    next: { label: '看新价格', act: 'see_price' },
  }),
  papers_first: () => ({
    title: '先来一次，再多约',
    text: '第一次来时老师会看一下孩子的接种和体检材料。在那之前，一家同时只能有一个预约。',
    next: bookings,
  }),
  already_cancelled: () => ({
    title: '已经取消了',
    text: '这个预约之前就取消了，不会再收费。',
    next: bookings,
  }),
  already_started: () => ({
    title: '已经开始了',
    text: '孩子已经入园或时间已到，不能在这里取消。请给托育点打个电话。',
    next: callSite,
  }),
  consent_needed: () => ({
    title: '需要您同意',
    text: '两份说明都同意之后，我们才能记录您和孩子的信息。不同意也可以看空位和绘本课。',
    next: { label: '看说明', act: 'read_notices' },
  }),
  consent_renew: () => ({
    title: '信息说明更新了',
    text: '请先看一下新的说明。同意之后就能继续预约；已经约好的不受影响。',
    next: { label: '看说明', act: 'register' },
  }),
  already_registered: () => ({
    title: '您已经登记过了',
    text: '家庭和孩子的信息都在“我的”里。',
    next: home,
  }),
  children_full: ({ most }) => ({
    title: `一家最多登记 ${most} 个孩子`,
    text: '如果还要添加，请给托育点打个电话。',
    next: callSite,
  }),
  children_inside: () => ({
    title: '孩子还在园里',
    text: '请先接孩子回家，之后就可以删除信息。',
    next: bookings,
  }),
  invitation_used: () => ({
    title: '邀请码已经用过了',
    text: '每个邀请码只能用一次，请向邀请您的人再要一个。',
    next: back,
  }),
  invitation_expired: () => ({
    title: '邀请码过期了',
    text: '请向邀请您的人再要一个。',
    next: back,
  }),
  ...PICK_UP_WORDS,
  ...SETTING_WORDS,

  signed_out: () => ({
    title: '没有认出您',
    text: '请退出小程序再打开一次。',
    next: retry,
  }),
  forbidden: () => ({
    title: '您不能看这里',
    text: '这是别的家庭或工作人员的内容。',
    next: home,
  }),
  not_found: () => ({
    title: '没有找到',
    text: '它可能已经被删除了。',
    next: home,
  }),
  invalid_input: () => ({
    title: '有的地方填得不对',
    text: '请看一下标红的地方。您填的内容都还在。',
  }),
  busy: () => ({
    title: '现在人太多了',
    text: '请等几秒再试，不会重复预约。',
    next: retry,
  }),
  defect: () => ({
    title: '我们这边出错了',
    text: '请再试一次；还不行就给托育点打个电话。',
    next: retry,
  }),
  offline: () => ({
    title: '没有连上网络',
    text: '请看一下手机的网络，再试一次。',
    next: retry,
  }),
}

export function wordsOf(detail: Detail): Words {
  const words = WORDS[detail.code] as (detail: Detail) => Words
  return words(detail)
}
