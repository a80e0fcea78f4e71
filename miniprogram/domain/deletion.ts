import type { FarewellWhy } from './household'
import type { SiteId } from './ids'
import type { LocalDate } from './time'

/** What was deleted, by kind and number: no names. `old`: by its age alone; `asked`: by the family itself. */
export interface Deletion {
  readonly id: string
  /** Empty where documents of several sites left together. */
  readonly siteId: SiteId
  readonly date: LocalDate
  readonly why: FarewellWhy | 'asked' | 'old'
  readonly counts: Readonly<Partial<Record<DeletedKind, number>>>
  /** Absent until the last of it is gone. */
  readonly done?: true
}

export type DeletedKind =
  | 'families'
  | 'children'
  | 'checks'
  | 'notes'
  | 'passes'
  | 'overrides'
  | 'messages'
  | 'invitations'
  | 'audits'
  | 'changes'
