/** Ids are keys of maps in documents, so they hold only letters, digits, `_` and `-` (a dot would nest). */
export type SiteId = string & { readonly brand: 'SiteId' }
export type GroupId = string & { readonly brand: 'GroupId' }
export type HouseholdId = string & { readonly brand: 'HouseholdId' }
/** `<household>-<number>`: a child's id names the household's document that holds it. */
export type ChildId = string & { readonly brand: 'ChildId' }
/** One child's place in one span: the key of `reservations` on the day and of `bookings`. */
export type BookingId = string & { readonly brand: 'BookingId' }
/** One family's asking on a day: the stem of the ids of the bookings that come of it. */
export type WaitId = string & { readonly brand: 'WaitId' }
/** A repeating booking. */
export type SeriesId = string & { readonly brand: 'SeriesId' }
/** `<site>_<date>_<tranche>`. */
export type DrawId = string & { readonly brand: 'DrawId' }
/** A household's request in one draw; it names nobody. */
export type RequestId = string & { readonly brand: 'RequestId' }
/** One adult's leave to fetch one child on one day: the key of `passes`. */
export type PassId = string & { readonly brand: 'PassId' }
/** A child sent home without ticket or pass, on two carers' word: the key of `overrides`. */
export type OverrideId = string & { readonly brand: 'OverrideId' }
/** A picture book of a site's catalogue: `<site>_<isbn>`, or made of the attempt where there is none. */
export type BookId = string & { readonly brand: 'BookId' }
/** One copy at the point: `<site>_<code on its label>`. */
export type CopyId = string & { readonly brand: 'CopyId' }
/** One of the few books that a household may have at home: `<household>_<number>`. */
export type LoanId = string & { readonly brand: 'LoanId' }
/** `<site>_<date>_<line of the timetable, or a new one's own>`. */
export type SessionId = string & { readonly brand: 'SessionId' }
/** A week of sessions: `<site>_<Monday>`. */
export type ProgrammeId = string & { readonly brand: 'ProgrammeId' }
/** One of the point's people who are no staff; it names nobody. */
export type VolunteerId = string & { readonly brand: 'VolunteerId' }
/** What the community tells its families: the key of `notices`. */
export type NoticeId = string & { readonly brand: 'NoticeId' }
/** `<site>_<date>`. */
export type DayId = string & { readonly brand: 'DayId' }

const ID = /^[A-Za-z0-9_-]{1,64}$/

/** `constructor` and the like are no ids: a map without that key would still find something under it. */
export function isId(text: string): boolean {
  return ID.test(text) && !(text in {})
}

export function dayIdOf(siteId: SiteId, date: string): DayId {
  return `${siteId}_${date}` as DayId
}

export function drawIdOf(siteId: SiteId, date: string, tranche: number): DrawId {
  return `${siteId}_${date}_${tranche}` as DrawId
}

export function childIdOf(householdId: HouseholdId, number: number): ChildId {
  return `${householdId}-${number}` as ChildId
}

/** The household that the id claims; whether the caller belongs to it is checked on its document. */
export function householdOf(childId: ChildId): HouseholdId {
  return childId.slice(0, Math.max(0, childId.lastIndexOf('-'))) as HouseholdId
}

/** One attempt of one guardian, one booking for each child. */
export function bookingIdOf(attemptHash: string, childId: ChildId): BookingId {
  return `${attemptHash}-${childId.slice(childId.lastIndexOf('-') + 1)}` as BookingId
}
