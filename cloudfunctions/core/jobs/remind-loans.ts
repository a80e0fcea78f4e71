import { loanDueMessage } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import { addDays, dateOf, localTime, timeOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Job } from '../kernel/serve-timer'
import { tellFamily } from '../usecases/tell-family'
import { eachAlone } from './each-alone'

/** After dinner and before bedtime, as the reminder of tomorrow's bookings. */
const FROM = localTime('19:00')
const TO = localTime('21:00')

/** The evening before books are due: one message a family, whatever the number of books. */
export const remindLoans: Job = {
  name: 'remindLoans',
  async run(context) {
    const time = timeOf(context.now)
    if (time < FROM || time >= TO) return 0
    return eachAlone(context, await context.store.sites.all(), (site) => remind(context, site))
  },
}

async function remind(context: Context, site: Site): Promise<number> {
  const { store, now } = context
  const tomorrow = addDays(dateOf(now), 1)
  const job = `loans_${site.id}`
  if ((await store.jobs.doneTo(job)) === tomorrow) return 0
  const due = await store.copies.dueOn(site.id, tomorrow)
  const books = await store.books.many([...new Set(due.map(({ bookId }) => bookId))])
  const ids = new Set(due.flatMap(({ loan }) => (loan ? [loan.householdId] : [])))
  const households = await store.households.many([...ids])
  for (const household of households) {
    const own = due.filter(({ loan }) => loan?.householdId === household.id)
    const titles = own.map(({ bookId }) => books.find(({ id }) => id === bookId)?.title ?? '')
    const message = loanDueMessage(titles, tomorrow)
    await tellFamily(context, site, household, { key: `loan_${household.id}_${tomorrow}`, message })
  }
  await store.jobs.done(job, tomorrow)
  return households.length
}
