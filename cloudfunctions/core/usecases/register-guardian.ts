import { NOTICE_NAMES, noticeVersionsOf } from '../../../miniprogram/domain/consent'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Guardian, Household } from '../../../miniprogram/domain/household'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { householdViewOf } from './household-view'

/** A newcomer becomes a guardian. Refusing a notice is possible: nothing is stored then. */
export const registerGuardian: UseCase<'registerGuardian', 'anyone'> = {
  name: 'registerGuardian',
  access: { for: 'anyone' },
  async run(context, input, { openid }) {
    const { store, now } = context
    const { guardian, children } = input.consents
    const site = await store.sites.get(input.siteId)
    if (!site) throw new FaultError({ code: 'not_found' })
    const versions = noticeVersionsOf(site)
    if (guardian !== versions.guardian || children !== versions.children)
      return refuse({ code: 'consent_needed' })
    const person = await store.people.get(openid)
    const before = person?.householdId && (await store.households.get(person.householdId))
    // The same tap again, after a lost reply: the same answer.
    if (before && isFresh(before, openid, input.name))
      return accept({ household: householdViewOf(before) })
    if (before) return refuse({ code: 'already_registered' })

    const phone = await phoneOf(context, input.phone)
    const id = await joinedHousehold(context, openid, input.name)
    const consents = NOTICE_NAMES.map((notice) => ({ notice, version: versions[notice], at: now }))
    const me: Guardian = { openid, name: input.name, phone, consents }
    const household: Household = {
      id,
      siteId: input.siteId,
      guardians: [me],
      children: [],
      rev: 1,
      childCount: 0,
    }
    // The person names the household first: two taps at once, or a crash in between, end in one family.
    const added = await store.households.add(household)
    const stored = added ? household : await store.households.get(id)
    return accept({ household: householdViewOf(stored ?? household) })
  },
}

function isFresh({ guardians, children }: Household, openid: string, name: string): boolean {
  return children.length === 0 && guardians.some((me) => me.openid === openid && me.name === name)
}

/** The household that this person belongs to from now on: a new one, unless another tap was faster. */
async function joinedHousehold(
  { store, randomId }: Context,
  openid: string,
  name: string,
): Promise<HouseholdId> {
  const householdId = randomId(10) as HouseholdId
  if (await store.people.add(openid, { name, roles: {}, credits: {}, householdId }))
    return householdId
  if (await store.people.joinHousehold(openid, householdId)) return householdId
  const person = await store.people.get(openid)
  if (!person?.householdId) throw new FaultError({ code: 'busy' })
  return person.householdId
}

async function phoneOf(
  { notify }: Context,
  phone: InputOf<'registerGuardian'>['phone'],
): Promise<string> {
  if (phone.by === 'typed') return phone.number
  const number = await notify.phoneNumberOf(phone.code)
  if (!number)
    throw new FaultError({ code: 'invalid_input', fields: [{ path: 'phone.code', why: 'wrong' }] })
  return number
}
