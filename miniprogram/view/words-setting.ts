import { namedBooking } from './words-plan'
import { momentWords } from './when'
import type { WordsOfCode } from './words'

type Code =
  | 'setting_changed'
  | 'setting_wrong'
  | 'group_in_use'
  | 'group_has_carers'
  | 'not_undoable'
  | 'change_superseded'
  | 'undo_blocked'
  | 'last_operator'

/** What changing the site's settings may be refused with. */
export const SETTING_WORDS: Pick<WordsOfCode, Code> = {
  setting_changed: ({ byName, changedAt }) => ({
    title: '刚有人改过这里',
    text: `${byName || '同事'} ${momentWords(changedAt)} 改过。您填的内容还在，还没有保存。`,
    next: { label: '看现在的', act: 'retry' },
  }),
  setting_wrong: () => ({
    title: '还不能保存',
    text: '请看一下标红的地方。您填的内容都还在。',
  }),
  group_in_use: ({ bookings }) => ({
    title: '这个班还有预约',
    text: `${bookings.map(namedBooking).join('；')}。先和家长商量并取消，再去掉这个班。`,
  }),
  group_has_carers: ({ carers }) => ({
    title: '这个班还排着老师',
    text: `${carers.join('、')}还排在这个班，请先改排班。`,
    next: { label: '去排班', act: 'roster' },
  }),
  not_undoable: ({ what }) => ({
    title: '这一条不能撤回',
    text:
      what === 'tariff'
        ? '价格表只能写下一版：已有的预约按原来的价格算。'
        : '身份请在“人员和身份”里改。',
  }),
  change_superseded: () => ({
    title: '后面又改过了',
    text: '只能撤回最近的一次。请先看一下后来的修改。',
    next: { label: '重新看', act: 'retry' },
  }),
  undo_blocked: ({ bookings }) => ({
    title: `有 ${bookings.length} 个预约靠着这次修改`,
    text: `${bookings.map(namedBooking).join('；')}。先和家长商量并取消，再撤回。`,
  }),
  last_operator: () => ({
    title: '至少要有一位运营',
    text: '这是最后一位运营。请先让另一位同事成为运营，再改这里。',
  }),
}
