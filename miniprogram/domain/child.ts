import type { ChildId } from './ids'
import type { LocalDate } from './time'

export interface Child {
  readonly id: ChildId
  /** What the family calls the child; no full legal name is asked. */
  readonly name: string
  readonly birthDate: LocalDate
  /** Empty when there are none. */
  readonly allergies: string
}

/** What placing a child needs to know of it. */
export type Placeable = Pick<Child, 'id' | 'birthDate'>
