import type { Consent, Guardian, Household, NoticeName } from './household'
import type { Site } from './site'
import { dateOf, localDate, type LocalDate } from './time'

export type NoticeVersions = Readonly<Record<NoticeName, string>>

/** The versions of the app's own text. A new text is a new version, and consent is asked again. */
const TEXT_VERSIONS: NoticeVersions = { guardian: '2026-11', children: '2026-11' }

/** Since when the app's own text is in force. */
const TEXT_SINCE = localDate('2026-11-01')

export const NOTICE_NAMES: readonly NoticeName[] = ['guardian', 'children']

/** The notices in force at a site: `2026-11`, and once the site has added words of its own `2026-11.1`, `2026-11.2` … */
export function noticeVersionsOf({ notices = {} }: Pick<Site, 'notices'>): NoticeVersions {
  const version = (name: NoticeName): string => {
    const added = notices[name]
    return added ? `${TEXT_VERSIONS[name]}.${added.edition}` : TEXT_VERSIONS[name]
  }
  return { guardian: version('guardian'), children: version('children') }
}

/** The notices that this guardian has not agreed to in the version in force. */
export function consentsDue(
  { consents }: Pick<Guardian, 'consents'>,
  versions: NoticeVersions,
): NoticeName[] {
  return NOTICE_NAMES.filter(
    (name) => !consents.some((each) => each.notice === name && each.version === versions[name]),
  )
}

/** Since when the oldest of these notices is in force. */
export function noticeSince(
  { notices = {} }: Pick<Site, 'notices'>,
  names: readonly NoticeName[],
): LocalDate {
  const dates = names.map((name) => {
    const added = notices[name]
    return added ? dateOf(added.since) : TEXT_SINCE
  })
  return dates.reduce((first, date) => (date < first ? date : first), dates[0] ?? TEXT_SINCE)
}

/** What keeps a family from booking: as long as no guardian has agreed to both notices. */
export function familyConsentsDue(
  { guardians }: Pick<Household, 'guardians'>,
  versions: NoticeVersions,
): NoticeName[] {
  const [first = [], ...others] = guardians.map((each) => consentsDue(each, versions))
  return others.reduce((least, each) => (each.length < least.length ? each : least), first)
}

/** The guardian's consents with these; the older ones stay as evidence. */
export function withConsents(
  { consents }: Pick<Guardian, 'consents'>,
  added: readonly Consent[],
): readonly Consent[] {
  const fresh = added.filter(
    ({ notice, version }) =>
      !consents.some((each) => each.notice === notice && each.version === version),
  )
  return [...consents, ...fresh]
}
