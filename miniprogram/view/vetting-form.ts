import type { LocalDate } from '../domain/time'
import type { Training, Vetting } from '../domain/volunteer'
import type { FormErrors } from './form-errors'

/** As the form holds it: empty texts until chosen. */
export interface VettingDraft {
  readonly vettedOn: string
  readonly certificateUntil: string
  readonly trainings: readonly Training[]
}

export const VETTING_ERRORS: FormErrors = {
  vettedOn: '审核日期不能晚于今天',
  certificateUntil: '这张健康证已经过期，请登记新的',
  trainings: '培训日期不能晚于今天，内容最多二十个字',
}

export function vettingDraftOf(vetting: Vetting): VettingDraft {
  const { vettedOn = '', certificateUntil = '', trainings } = vetting
  return { vettedOn, certificateUntil, trainings }
}

export function vettingErrorsOf(
  { vettedOn, certificateUntil, trainings }: VettingDraft,
  today: LocalDate,
): FormErrors {
  const wrong = {
    vettedOn: vettedOn > today,
    certificateUntil: certificateUntil !== '' && certificateUntil < today,
    trainings: trainings.some(
      ({ date, what }) => date > today || what.trim() === '' || what.trim().length > 20,
    ),
  }
  return Object.fromEntries(
    Object.entries(VETTING_ERRORS).filter(([field]) => wrong[field as keyof typeof wrong]),
  )
}
