import type { HealthRules } from './illness'
import { STANDARD_HEALTH } from './illness'
import { NOTICE_NAMES } from './consent'
import type { NoticeName } from './household'
import { LOAN_RULES, type LoanRules } from './loan'
import type { Tranche } from './release'
import type { Group, NoticeAddition, Site } from './site'
import type { Span } from './span'
import type { Instant } from './time'

/** What a site decides for itself, each saved whole. */
export interface Settings {
  readonly hours: HoursSetting
  readonly groups: GroupsSetting
  readonly release: ReleaseSetting
  readonly health: HealthRules
  readonly loans: LoanRules
  readonly notices: NoticesSetting
}
export type SettingName = keyof Settings

export const SETTING_NAMES: readonly SettingName[] = [
  'hours',
  'groups',
  'release',
  'health',
  'loans',
  'notices',
]

export interface HoursSetting {
  readonly week: Site['hours']
  readonly nap?: Span
}

export interface GroupsSetting {
  readonly places: number
  readonly groups: readonly Group[]
}

export interface ReleaseSetting {
  /** None: all places open with the plan. */
  readonly tranches: readonly Tranche[]
  readonly weekMinutes?: number
  readonly longestMinutes?: number
}

/** What the site adds to each notice in words of its own; may be empty. */
export type NoticesSetting = Readonly<Record<NoticeName, string>>

export function settingsOf(site: Site): Settings {
  const { hours, nap, places, groups, release = [], weekMinutes, longestMinutes } = site
  const { health = STANDARD_HEALTH, loans = LOAN_RULES, notices = {} } = site
  return {
    hours: { week: hours, ...(nap ? { nap } : {}) },
    groups: { places, groups },
    release: {
      tranches: release,
      ...(weekMinutes === undefined ? {} : { weekMinutes }),
      ...(longestMinutes === undefined ? {} : { longestMinutes }),
    },
    health,
    loans,
    notices: {
      guardian: notices.guardian?.text ?? '',
      children: notices.children?.text ?? '',
    },
  }
}

/** A setting with its new value. */
export type NamedSetting = {
  readonly [Name in SettingName]: { readonly what: Name; readonly value: Settings[Name] }
}[SettingName]

/** The fields of a site that a setting is made of. */
export type SiteFields = Pick<
  Site,
  | 'hours'
  | 'nap'
  | 'places'
  | 'groups'
  | 'release'
  | 'weekMinutes'
  | 'longestMinutes'
  | 'health'
  | 'loans'
  | 'notices'
>

/** What of the site a setting changes; undefined takes a field away. */
export type SiteChange = { readonly [Field in keyof SiteFields]?: SiteFields[Field] | undefined }

export function siteChangeOf(site: Site, setting: NamedSetting, now: Instant): SiteChange {
  switch (setting.what) {
    case 'hours':
      return { hours: setting.value.week, nap: setting.value.nap }
    case 'groups':
      return { places: setting.value.places, groups: setting.value.groups }
    case 'release': {
      const { tranches, weekMinutes, longestMinutes } = setting.value
      return {
        release: tranches.length > 0 ? tranches : undefined,
        weekMinutes,
        longestMinutes,
      }
    }
    case 'health':
      return { health: setting.value }
    case 'loans':
      return { loans: setting.value }
    case 'notices':
      return { notices: additionsOf(site, setting.value, now) }
  }
}

/** A text that changed is another edition; one that did not keeps the families' consent. */
function additionsOf(
  site: Site,
  texts: NoticesSetting,
  now: Instant,
): NonNullable<Site['notices']> {
  const added: Partial<Record<NoticeName, NoticeAddition>> = {}
  for (const name of NOTICE_NAMES) {
    const before = site.notices?.[name]
    const text = texts[name]
    if (text === (before?.text ?? '')) {
      if (before) added[name] = before
    } else added[name] = { text, edition: (before?.edition ?? 0) + 1, since: now }
  }
  return added
}

/** The site as it will be. */
export function changedSite(site: Site, change: SiteChange): Site {
  const all = { ...site, ...change }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as Site
}

/** Two values of a setting that mean the same, in whatever order their fields stand. */
export function sameValue(some: unknown, other: unknown): boolean {
  return ordered(some) === ordered(other)
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
