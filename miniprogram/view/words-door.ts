import { clock, dateWords } from './when'
import type { WordsOfCode } from './words'

type Code =
  | 'ticket_unreadable'
  | 'ticket_forged'
  | 'ticket_other_site'
  | 'ticket_other_day'
  | 'ticket_early'
  | 'ticket_over'
  | 'ticket_unknown'
  | 'place_given_up'
  | 'already_inside'
  | 'not_inside'
  | 'already_gone'

const scanAgain = { label: '重新扫码', act: 'scan_again' } as const
const room = { label: '看在园', act: 'show_room' } as const
const findChild = { label: '找孩子', act: 'find_child' } as const

/** What the door says no to. */
export const DOOR_WORDS: Pick<WordsOfCode, Code> = {
  ticket_unreadable: () => ({
    title: '不是签到码',
    text: '请家长打开“我的预约”里的签到码，屏幕调亮一点再扫。',
    next: scanAgain,
  }),
  ticket_forged: () => ({
    title: '签到码是假的',
    text: '签名对不上，不要让孩子入园或离园。请在名单里找到孩子，打登记的电话核对。',
    next: findChild,
  }),
  ticket_other_site: () => ({
    title: '不是这个托育点的码',
    text: '这个预约在另一个托育点。请家长看看约的是哪里；今天想来，可以现场登记。',
    next: findChild,
  }),
  ticket_other_day: ({ date }) => ({
    title: '不是今天的码',
    text: `这个预约是 ${dateWords(date)}的。请家长打开今天的签到码；今天没有约，可以现场登记。`,
    next: findChild,
  }),
  ticket_early: ({ from }) => ({
    title: '来早了',
    text: `这个预约 ${clock(from)} 开始，提前 15 分钟可以入园。请家长先陪孩子等一等。`,
    next: room,
  }),
  ticket_over: ({ to }) => ({
    title: '预约时间已经过了',
    text: `这个预约 ${clock(to)} 就结束了，孩子没有入园。还有空位的话可以现场登记。`,
    next: findChild,
  }),
  ticket_unknown: () => ({
    title: '没有这个预约',
    text: '可能已经取消了，请家长刷新“我的预约”；没有约也可以现场登记。',
    next: findChild,
  }),
  place_given_up: ({ since }) => ({
    title: '位置已经让出去了',
    text: `到 ${clock(since)} 还没有来，剩下的时间给了别的家庭。请看看现在还有没有空位，再约一段。`,
    next: room,
  }),
  already_inside: ({ since }) => ({
    title: '已经入园了',
    text: `孩子 ${clock(since)} 就入园了，不用再扫。`,
    next: room,
  }),
  not_inside: () => ({
    title: '孩子不在园里',
    text: '还没有入园，不能离园。',
    next: room,
  }),
  already_gone: ({ since }) => ({
    title: '已经离园了',
    text: `孩子 ${clock(since)} 就离园了，这个码不能再用。`,
    next: room,
  }),
}
