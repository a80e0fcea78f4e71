import { timeOf } from '../domain/time'
import { clock, dateWords, spanWords } from './when'
import type { WordsOfCode } from './words'

type Code =
  | 'held_elsewhere'
  | 'limited_by_absences'
  | 'already_waiting'
  | 'place_free'
  | 'offer_over'
  | 'not_shorter'
  | 'not_counted'

const otherTime = { label: '换个时间', act: 'pick_other_time' } as const
const back = { label: '返回', act: 'back' } as const
const waits = { label: '看排队', act: 'waits' } as const

/** What holds, the waiting list, shortening and absences say no to. */
export const WAITING_WORDS: Pick<WordsOfCode, Code> = {
  held_elsewhere: ({ until }) => ({
    title: '家里已经留着这个位置',
    text: `另一台手机正在确认，或者排队等到的位置在等您确认，最晚 ${clock(timeOf(until))} 放开。`,
    next: waits,
  }),
  limited_by_absences: ({ until }) => ({
    title: '暂时不能预约',
    text: `约了没有来的次数多了，${dateWords(until)}起可以再约。如果当天有事，可以申诉。`,
    next: { label: '去申诉', act: 'absences' },
  }),
  already_waiting: ({ within }) => ({
    title: '这一天已经在排队了',
    text: `您在等 ${spanWords(within)} 之间的位置。想换时间，先退出再排。`,
    next: waits,
  }),
  place_free: ({ span }) => ({
    title: '不用排队，有位置',
    text: `${spanWords(span)} 现在就可以约。`,
    next: { label: '马上约', act: 'book_free' },
  }),
  offer_over: () => ({
    title: '晚了一步',
    text: '留给您的时间过了，位置给了下一家。可以再排一次，没有扣费。',
    next: waits,
  }),
  not_shorter: () => ({
    title: '只能改短',
    text: '要改到别的时间或加长，请另外再约一段。',
    next: otherTime,
  }),
  not_counted: () => ({
    title: '这次不用申诉',
    text: '它已经不算了，或者老师已经答复过。',
    next: back,
  }),
}
