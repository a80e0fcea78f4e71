import type { GroupId } from '../domain/ids'
import { decideShifts } from '../domain/roster'
import type { Shift } from '../domain/site'
import type { Span } from '../domain/span'
import { localTime } from '../domain/time'
import type { FormErrors } from './form-errors'
import { wordsOf } from './words'

/** A shift while it is written; `index` is its place in the list, -1 for a new one. */
export interface ShiftDraft extends Shift {
  readonly index: number
}

const USUAL: Span = { from: localTime('08:30'), to: localTime('18:00') }

export function shiftDraftOf(groupId: GroupId, hours: Span = USUAL): ShiftDraft {
  return { index: -1, carer: '', groupId, span: hours }
}

/** What is wrong, by field: nobody, or somebody who is elsewhere at that time. */
export function shiftErrorsOf(draft: ShiftDraft, shifts: readonly Shift[]): FormErrors {
  const carer = draft.carer.trim()
  if (carer === '') return { carer: '请选一位老师，或写上名字' }
  const others = shifts.filter((_, index) => index !== draft.index)
  const mine = others.filter((shift) => shift.carer === carer)
  const decided = decideShifts([...mine, { ...draft, carer }])
  if (decided.ok) return {}
  const { title, text } = wordsOf(decided.refusal)
  return { span: `${title}：${text}` }
}
