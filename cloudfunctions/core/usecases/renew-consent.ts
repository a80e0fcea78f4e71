import {
  NOTICE_NAMES,
  consentsDue,
  noticeVersionsOf,
  withConsents,
} from '../../../miniprogram/domain/consent'
import { FaultError } from '../../../miniprogram/domain/fault'
import { accept, refuse } from '../../../miniprogram/domain/result'
import { dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

/** Agrees to the notices in force; what was agreed to before stays on record. Agreeing twice is agreeing once. */
export const renewConsent: UseCase<'renewConsent', 'anyone'> = {
  name: 'renewConsent',
  access: { for: 'anyone' },
  async run({ store, now }, { consents }, { openid }) {
    const person = await store.people.get(openid)
    const household = person?.householdId && (await store.households.get(person.householdId))
    const at = household ? household.guardians.findIndex((each) => each.openid === openid) : -1
    const me = household ? household.guardians[at] : undefined
    const site = household && (await store.sites.get(household.siteId))
    if (!household || !me || !site) throw new FaultError({ code: 'not_found' })
    const versions = noticeVersionsOf(site)
    if (NOTICE_NAMES.some((name) => consents[name] !== versions[name]))
      return refuse({ code: 'consent_needed' })
    if (consentsDue(me, versions).length === 0) return accept({ agreed: true })
    const given = NOTICE_NAMES.map((notice) => ({ notice, version: versions[notice], at: now }))
    const saved = await store.households.saveConsents(household.id, { at, openid }, [
      ...withConsents(me, given),
    ])
    if (!saved) throw new FaultError({ code: 'busy' })
    // What was to go for want of an answer stays; the file is looked at anew.
    if (household.farewell?.why === 'unanswered')
      await store.familyFiles.reviewed(household, dateOf(now), undefined)
    return accept({ agreed: true })
  },
}
