import { addressedOf, daysOf, type Audience } from '../../../miniprogram/domain/audience'
import type { Household } from '../../../miniprogram/domain/household'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import { reachOf, type Credits, type Reach } from '../../../miniprogram/domain/reach'
import type { Site } from '../../../miniprogram/domain/site'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'

/** Families that one step looks at: their people fit into one query, their messages into one request. */
export const FAMILIES_AT_ONCE = 500

export interface Asked {
  readonly site: Site
  readonly audience: Audience
  /** Families with a booking on the days in question; undefined when bookings do not matter. */
  readonly booked: readonly HouseholdId[] | undefined
}

export interface AudiencePage {
  readonly reach: Reach
  /** How many messages each of their guardians still allows. */
  readonly credits: Credits
  /** The last family that was looked at; undefined when none is left after it. */
  readonly next: HouseholdId | undefined
  /** The last family that was looked at, whatever comes after it. */
  readonly last: HouseholdId | ''
}

/** What is looked up once for all pages of an audience. */
export async function askedOf({ store }: Context, site: Site, audience: Audience): Promise<Asked> {
  if (!audience.booked) return { site, audience, booked: undefined }
  const days = await store.days.readMany(site.id, daysOf(audience.booked))
  const booked = days.flatMap(({ reservations }) =>
    Object.values(reservations)
      .filter(({ state }) => state === 'booked' || state === 'inside' || state === 'gone')
      .map(({ householdId }) => householdId),
  )
  return { site, audience, booked: [...new Set(booked)].sort() }
}

/** Some more families of an audience, each with the guardians who are meant, and how WeChat reaches them. */
export async function audiencePage(
  { store, now }: Context,
  { site, audience, booked }: Asked,
  after: HouseholdId | '',
): Promise<AudiencePage> {
  const ids = booked?.filter((id) => id > after).slice(0, FAMILIES_AT_ONCE)
  const households =
    ids?.length === 0 ? [] : await store.households.page(site.id, after, FAMILIES_AT_ONCE, ids)
  const openids = households.flatMap(({ guardians }) => guardians.map(({ openid }) => openid))
  const people = new Map((await store.people.many(openids)).map((each) => [each.openid, each]))
  const facts = {
    today: dateOf(now),
    groups: site.groups,
    booked: new Set(booked),
    languageOf: (openid: string) => people.get(openid)?.language,
  }
  const addressed = households.flatMap((household): Household[] => {
    const guardians = addressedOf(audience, household, facts)
    return guardians.length > 0 ? [{ ...household, guardians }] : []
  })
  const credits = Object.fromEntries(
    openids.map((openid) => [openid, people.get(openid)?.credits.notice ?? 0]),
  )
  const last = households.at(-1)?.id ?? ids?.at(-1) ?? after
  const isFull = ids ? ids.length === FAMILIES_AT_ONCE : households.length === FAMILIES_AT_ONCE
  return {
    reach: reachOf(addressed, credits),
    credits,
    next: isFull && last !== '' ? last : undefined,
    last,
  }
}
