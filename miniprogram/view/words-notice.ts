import type { WordsOfCode } from './words'

/** What sending a notice, or closing at once, may be refused with. */
export const NOTICE_WORDS: Pick<WordsOfCode, 'notice_gone' | 'closed_already'> = {
  notice_gone: () => ({
    title: '已经全部发出，收不回来了',
    text: '可以再发一条更正，家长会看到新的。',
    next: { label: '刷新', act: 'retry' },
  }),
  closed_already: () => ({
    title: '今天已经不开放了',
    text: '现在没有可以关闭的时间，也没有给家长发消息。要说点什么，请写一条通知。',
    next: { label: '返回', act: 'back' },
  }),
}
