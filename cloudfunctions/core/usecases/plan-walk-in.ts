import type { Refusal } from '../../../miniprogram/domain/refusal'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import { walkInSpans } from '../../../miniprogram/domain/walk-in'
import type { UseCase } from '../kernel/use-case'
import { decidePlaces, readDay } from './decide-places'
import { walkInAsking, walkInChild } from './walk-in-asking'

/** Live capacity for one child: every span from now on that would be accepted, with its price. Takes nothing. */
export const planWalkIn: UseCase<'planWalkIn', 'staff'> = {
  name: 'planWalkIn',
  access: { for: 'staff', roles: ['carer', 'lead'] },
  async run(context, { siteId, childId }) {
    const { now } = context
    const child = await walkInChild(context, siteId, childId)
    const date = dateOf(now)
    const childIds = [childId]
    const read = await readDay(context, { siteId, date, childIds }, { ids: [] })
    if (!read) return refuse({ code: 'day_not_open', date })
    const { hours, closed = '' } = read.day
    if (!hours) return refuse({ code: 'day_closed', date, why: closed })
    const spans = walkInSpans(hours, now)
    let refusal: Refusal | undefined =
      spans.length > 0 ? undefined : { code: 'outside_hours', hours }
    const options = []
    for (const span of spans) {
      const asking = walkInAsking(child, date, span, [])
      const decided = await decidePlaces(context, { siteId, date, childIds, span }, asking, read)
      if (decided.ok) options.push({ span, totalFen: decided.value.bill.totalFen })
      // What one span lacks, every longer one lacks too.
      else refusal ??= decided.refusal
    }
    return accept({ options, ...(refusal ? { refusal } : {}) })
  },
}
