import { dateOf, type Instant, type LocalDate, type LocalTime } from '../domain/time'
import { clock, dateWords, todayWord } from './when'

export type OpenedState = 'free' | 'waiting' | 'ready' | 'taken' | 'revoked' | 'used' | 'over'

export interface OpenedFacts {
  readonly now: Instant
  readonly name: string
  readonly date: LocalDate
  readonly siteName: string
  readonly address: string
  readonly state: OpenedState
  readonly number?: string
  readonly ticket?: string
  readonly childName?: string
  readonly until?: LocalTime
}

/** A pass on the phone of the adult who got the card. */
export interface PassPage {
  readonly state: OpenedState
  readonly title: string
  readonly text: string
  readonly when: string
  readonly place: string
  /** Four digits to read out on the phone; empty when not asked for. */
  readonly number: string
  readonly ticket: string
  /** What the one button does; empty when there is none. */
  readonly button: string
}

const WORDS: Readonly<
  Record<OpenedState, (facts: OpenedFacts) => Pick<PassPage, 'title' | 'text' | 'button'>>
> = {
  free: ({ name }) => ({
    title: `请${name}来接孩子`,
    text: `您是${name}吗？点下面的按钮，再跟家长对一下号码。只认第一个打开的人。`,
    button: `我是${name}，我来接`,
  }),
  waiting: () => ({
    title: '跟家长对号码',
    text: '等家长打电话来，把这四位号码念给家长听。家长确认之后，这里会出现接送码。',
    button: '',
  }),
  ready: ({ childName = '', until }) => ({
    title: `接${childName}`,
    text: `请老师扫一扫 · 没有网络也能用${until ? ` · ${clock(until)} 前来接` : ''}`,
    button: '',
  }),
  taken: () => ({
    title: '已经有人先打开了',
    text: '接送码只认第一个打开的人。如果要来接的是您，请告诉家长，让家长收回再发一张。',
    button: '',
  }),
  revoked: () => ({
    title: '家长收回了这张码',
    text: '不用来接了，或者家长会另发一张。有疑问请给家长打电话。',
    button: '',
  }),
  used: () => ({ title: '孩子已经接走了', text: '这张码用过了，不能再用。', button: '' }),
  over: () => ({ title: '这张码过期了', text: '接送码只在当天有用。', button: '' }),
}

export function passPageOf(facts: OpenedFacts): PassPage {
  const { now, date, state, siteName, address, number = '', ticket = '' } = facts
  return {
    state,
    ...WORDS[state](facts),
    when: [todayWord(date, dateOf(now)), dateWords(date)].filter(Boolean).join(' · '),
    place: [siteName, address].filter(Boolean).join(' · '),
    number: state === 'waiting' ? number : '',
    ticket: state === 'ready' ? ticket : '',
  }
}
