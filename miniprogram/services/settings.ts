import type { Api } from '../../cloudfunctions/core/contract/api'
import type { NamedSetting } from '../domain/setting'
import type { FormErrors } from '../view/form-errors'
import { settingErrorsOf } from '../view/setting-errors'
import type { Words } from '../view/words'
import { namedBooking } from '../view/words-plan'
import { newAttempt } from './attempt'
import { CallError, call } from './call'
import { wordsFor } from './say'
import { entered } from './session'

export type SettingsView = Api['showSettings']['output']
type Input = Api['saveSetting']['input']['setting']
export type ListedChanges = Api['listChanges']['output']['changes']

/** All that the site decides for itself, asked anew. */
export async function loadSettings(): Promise<SettingsView> {
  const { site } = await entered()
  return call('showSettings', { siteId: site.id })
}

/** What a page edits of it: the number that it was read with, and the attempt of its next saving. */
export interface Draft {
  readonly edition: number
  readonly attempt: string
}

export function draftAt(edition = 0): Draft {
  return { edition, attempt: newAttempt() }
}

/** Somebody else was faster: what the page says, and the number with which its own saving overwrites the other. */
export interface Conflict {
  readonly words: Words
  readonly edition: number
}

/** Booked times that the new hours would leave out. */
export interface Blocked {
  readonly title: string
  readonly names: readonly string[]
}

export type Saved =
  | { readonly ok: true; readonly excess: number }
  | { readonly ok: false; readonly conflict: Conflict }
  | { readonly ok: false; readonly errors: FormErrors }
  | { readonly ok: false; readonly blocked: Blocked }

/** Saves a setting. Somebody else's change, wrong fields and bookings in the way are answers, anything else is thrown. */
export async function saveSetting(
  { edition, attempt }: Draft,
  named: NamedSetting,
): Promise<Saved> {
  const { site } = await entered()
  // The domain's lists are read-only, the contract's are not.
  const setting = named as unknown as Input
  try {
    const { excess } = await call('saveSetting', { siteId: site.id, edition, attempt, setting })
    return { ok: true, excess }
  } catch (error) {
    const detail = error instanceof CallError ? error.detail : undefined
    if (detail?.code === 'setting_changed')
      return { ok: false, conflict: { words: wordsFor(error), edition: detail.edition } }
    if (detail?.code === 'setting_wrong')
      return { ok: false, errors: settingErrorsOf(detail.problems) }
    if (detail?.code === 'hours_exclude_bookings')
      return {
        ok: false,
        blocked: { title: wordsFor(error).title, names: detail.bookings.map(namedBooking) },
      }
    throw error
  }
}
