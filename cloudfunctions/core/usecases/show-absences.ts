import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { absencesShown } from './absence-views'

export const showAbsences: UseCase<'showAbsences', 'family'> = {
  name: 'showAbsences',
  access: { for: 'family', of: ({ householdId }) => householdId },
  run({ now }, _input, { household }) {
    return Promise.resolve(accept(absencesShown(household.absences, now)))
  },
}
