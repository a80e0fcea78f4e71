import type { Audience } from './audience'
import type { HouseholdId, NoticeId, SiteId } from './ids'
import type { Instant } from './time'

/** `draft`: its author's alone · `planned`: for a later moment · `going`: on its way · `gone` · `recalled`. */
export type NoticeState = 'draft' | 'planned' | 'going' | 'gone' | 'recalled'

/** What the community tells its families. */
export interface Notice {
  readonly id: NoticeId
  readonly siteId: SiteId
  /** The author's openid, and what staff call them. */
  readonly by: string
  readonly byName: string
  readonly title: string
  readonly text: string
  readonly audience: Audience
  readonly state: NoticeState
  /** Of a draft when it was saved last, else when it goes or went out. */
  readonly at: Instant
  /** It does not wait for the morning, and goes before everything else. */
  readonly urgent?: boolean
  /** When there is something to do for it; absent when nothing is left. */
  readonly due?: Instant
  /** Families up to this one have it in their inbox; they are taken in the order of their ids. */
  readonly after: HouseholdId | ''
  /** Families that have it, and those of them with a guardian who still allowed a message. */
  readonly families: number
  readonly byMessage: number
  /** Families that somebody has rung up. */
  readonly called?: Readonly<Record<HouseholdId, Call>>
}

/** Nobody has heard of it yet. */
export const UNTOLD = { after: '', families: 0, byMessage: 0 } as const

export interface Call {
  readonly by: string
  readonly at: Instant
}

/** There is something left to take back. */
export function mayBeRecalled({ state }: Pick<Notice, 'state'>, pending: number): boolean {
  return state === 'planned' || state === 'going' || (state === 'gone' && pending > 0)
}
