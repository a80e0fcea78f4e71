import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian, type Household } from '../../../miniprogram/domain/household'
import { passOpenedMessage } from '../../../miniprogram/domain/message'
import { decideOpening, type Pass } from '../../../miniprogram/domain/pass'
import { accept } from '../../../miniprogram/domain/result'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { openedPassOf } from './opened-pass'
import { tellFamily } from './tell-family'

/** The first who opens it; nobody is told who that was. */
export const openPass: UseCase<'openPass', 'anyone'> = {
  name: 'openPass',
  access: { for: 'anyone' },
  async run(context, { passId }, { openid }) {
    const { store, now } = context
    const pass = await store.passes.get(passId)
    if (!pass) throw new FaultError({ code: 'not_found' })
    const household = await store.households.get(pass.householdId)
    const isOwn = household !== undefined && isGuardian(household, openid)
    const decided = decideOpening(pass, openid, isOwn)
    if (!decided.ok) return decided
    const isFirst = decided.value === 'first' && (await store.passes.open(passId, openid, now))
    if (isFirst && household) await tellOpened(context, pass, household)
    // Somebody may have been faster in between: what stands there now is the answer.
    const after = (await store.passes.get(passId)) ?? pass
    return accept(await openedPassOf(context, after, openid))
  },
}

/** The pass is good for nothing until the family has confirmed who opened it. */
async function tellOpened(
  context: Context,
  { id, name, bookingId, siteId, childId, date }: Pass,
  household: Household,
): Promise<void> {
  const [booking, site] = await Promise.all([
    context.store.bookings.get(bookingId),
    context.store.sites.get(siteId),
  ])
  if (!booking || !site) return
  const child = household.children.find((each) => each.id === childId)
  const care = { childNames: [child?.name ?? ''], date, span: booking.span, bookingId }
  const message = passOpenedMessage(care, name)
  await tellFamily(context, site, household, { key: `pass_opened_${id}`, message })
}
