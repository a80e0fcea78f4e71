import type { SeatLimit } from '../domain/seats'
import { ageSpanWords } from './age-span'
import { offWords } from '../domain/why-closed'
import { spanWords } from './when'
import type { WordsOfCode } from './words'

type Code =
  | 'session_off'
  | 'class_full'
  | 'other_age'
  | 'seat_free'
  | 'already_waiting_here'
  | 'room_taken'
  | 'leader_busy'
  | 'nap_time'
  | 'session_booked'
  | 'week_changed'

const stories = { label: '看别的课', act: 'stories' } as const
const otherTime = { label: '换个时间', act: 'pick_other_time' } as const
const again = { label: '看新课表', act: 'retry' } as const

/** What keeps a session from taking one more child, as the end of a sentence. */
export const SEAT_LIMIT_WORDS: Readonly<Record<SeatLimit, string>> = {
  session: '这一场的名额满了',
  carers: '在岗的老师照顾不过来了',
  group: '班里的位置满了',
  room: '教室里的人数满了',
  closed: '这段时间教室不开放',
}

/** What booking a session, waiting for one and planning a week say no to. */
export const PROGRAMME_WORDS: Pick<WordsOfCode, Code> = {
  session_off: ({ why }) => ({
    title: '这一场不上了',
    text: `${offWords(why)}。没有扣费，看看别的日子吧。`,
    next: stories,
  }),
  class_full: ({ limit, places }) => ({
    title: '这一场约满了',
    text: `${limit === 'session' ? `一共 ${places} 个名额，都约出去了` : SEAT_LIMIT_WORDS[limit]}。没有扣费，可以排队等位。`,
    next: { label: '排队等', act: 'wait_session' },
  }),
  other_age: ({ fromMonths, toMonths }) => ({
    title: '年龄不合适',
    text: `这一场适合 ${ageSpanWords(fromMonths)}到 ${ageSpanWords(toMonths)}的孩子，按上课当天算。`,
    next: stories,
  }),
  seat_free: () => ({
    title: '不用排队，有名额',
    text: '刚刚有人退了，现在就可以约。',
    next: { label: '马上约', act: 'book_free' },
  }),
  already_waiting_here: () => ({
    title: '这一场已经在排队了',
    text: '有名额会发消息给您，留十分钟。',
    next: { label: '看排队', act: 'waits' },
  }),
  room_taken: ({ room, by, span }) => ({
    title: `${room}有课了`,
    text: `${spanWords(span)} 《${by}》在用${room}。换个时间或场地。`,
    next: otherTime,
  }),
  leader_busy: ({ leader, by, span }) => ({
    title: `${leader}那时有课`,
    text: `${leader} ${spanWords(span)} 在带《${by}》。换个时间或带领人。`,
    next: otherTime,
  }),
  nap_time: ({ nap }) => ({
    title: '孩子们在午睡',
    text: `${spanWords(nap)} 是午睡时间，不排课。`,
    next: otherTime,
  }),
  session_booked: ({ children }) => ({
    title: `已经有 ${children} 个孩子约了`,
    text: '时间、场地和年龄不能再改，名额不能少于已约人数。要改就先取消这一场，家长会收到消息。',
    next: otherTime,
  }),
  week_changed: () => ({
    title: '课表刚刚有人改过',
    text: '您填的都还在，看一下新的课表再保存。',
    next: again,
  }),
}
