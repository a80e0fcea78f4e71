import type { Child } from '../domain/child'
import type { ChildId } from '../domain/ids'
import type { LocalDate } from '../domain/time'
import { ageWords } from './age'
import { childInitial } from './initial'

/** A child to choose for a booking. */
export interface KidChip {
  readonly id: ChildId
  readonly name: string
  readonly initial: string
  readonly age: string
  readonly selected: boolean
}

export function kidChipsOf(
  children: readonly Child[],
  chosen: readonly ChildId[],
  on: LocalDate,
): KidChip[] {
  return children.map((child) => ({
    id: child.id,
    name: child.name,
    initial: childInitial(child.name),
    age: ageWords(child.birthDate, on),
    selected: chosen.includes(child.id),
  }))
}

/** One more or one less; never none. */
export function toggled(chosen: readonly ChildId[], id: ChildId): readonly ChildId[] {
  const others = chosen.filter((each) => each !== id)
  const next = others.length === chosen.length ? [...chosen, id] : others
  return next.length > 0 ? next : chosen
}
