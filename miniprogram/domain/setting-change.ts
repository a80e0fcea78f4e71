import type { SiteId } from './ids'
import { accept, refuse, type Result } from './result'
import type { StaffRole } from './role'
import type { SettingName, Settings } from './setting'
import type { Instant, LocalDate } from './time'

/** Who changed what at a site, and when: one line of its list of changes, never edited. */
export type SettingChange = ChangeFacts & Changed

interface ChangeFacts {
  readonly id: string
  readonly siteId: SiteId
  readonly at: Instant
  /** The author's openid, and how the author was called then. */
  readonly by: string
  readonly byName: string
  /** The first date on which it counts. */
  readonly from: LocalDate
  /** The author's attempt, so that a repeated call finds its own. */
  readonly attempt: string
  /** The change that this one takes back. */
  readonly undoes?: string
}

export type Changed =
  | {
      readonly [Name in SettingName]: {
        readonly what: Name
        /** How often this setting was changed, this time included. */
        readonly edition: number
        readonly before: Settings[Name]
        readonly after: Settings[Name]
      }
    }[SettingName]
  | {
      readonly what: 'roles'
      readonly edition: number
      readonly who: string
      readonly whoName: string
      readonly before: readonly StaffRole[]
      readonly after: readonly StaffRole[]
    }
  | { readonly what: 'tariff'; readonly before: string; readonly after: string }

export type ChangeWhat = Changed['what']

export type Editions = Readonly<Partial<Record<SettingName | 'roles', number>>>

export function changeIdOf(siteId: SiteId, what: ChangeWhat, edition: number | string): string {
  return `${siteId}_${what}_${edition}`
}

export type SettingOfChange = Extract<SettingChange, { readonly what: SettingName }>

export function isSettingChange(change: SettingChange): change is SettingOfChange {
  return change.what !== 'roles' && change.what !== 'tariff'
}

/** The last change of a setting can be taken back: an older one would silently undo those after it, too. */
export function decideUndo(change: SettingChange, editions: Editions): Result<SettingOfChange> {
  if (!isSettingChange(change)) return refuse({ code: 'not_undoable', what: change.what })
  if (editions[change.what] !== change.edition) return refuse({ code: 'change_superseded' })
  return accept(change)
}
