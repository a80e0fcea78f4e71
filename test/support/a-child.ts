import type { Child } from '../../miniprogram/domain/child'
import type { ChildId } from '../../miniprogram/domain/ids'
import { addMonths, type LocalDate } from '../../miniprogram/domain/time'
import { MONDAY } from './a-day'

/** A child of so many months on the day of care (30 on `MONDAY` unless said). */
export function aChild(facts: { id?: string; months?: number; on?: LocalDate } = {}): Child {
  const { id = 'family-1', months = 30, on = MONDAY } = facts
  return { id: id as ChildId, name: '小雨', birthDate: addMonths(on, -months), allergies: '' }
}
