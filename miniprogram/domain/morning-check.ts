import { FEVER, returnDateOf, type HealthRules, type Illness } from './illness'
import { accept, refuse, type Result } from './result'
import type { LocalDate } from './time'

/** What a carer sees at the door each morning (晨检): temperature, hands, mouth and skin, mood, pockets, medicine. */
export interface MorningCheck {
  /** Armpit temperature in tenths of a degree: 365 is 36.5 °C. */
  readonly tenths: number
  readonly skin: 'clear' | 'spots'
  readonly mood: 'good' | 'tired' | 'unwell'
  /** `removed`: something dangerous was taken out of the bag. */
  readonly belongings: 'safe' | 'removed'
  readonly medicine?: Medicine
  /** What spots, an unwell child or a fever may be: a line of the site's table, or `none` after a second look. */
  readonly suspicion?: string
}

export interface Medicine {
  /** Name, amount and time, as the family wrote them. */
  readonly what: string
  /** The guardian's written and signed authority lies before the carer. */
  readonly authorised: boolean
}

export type CheckOutcome =
  | { readonly outcome: 'stays' }
  | { readonly outcome: 'goes_home'; readonly illness: Illness; readonly returnOn: LocalDate }

/** Looked twice, and nothing to worry about. */
export const NOTHING = 'none'

/** Whether the carer must say what it may be before the check can be kept. */
export function needsSuspicion(
  { tenths, skin, mood }: Pick<MorningCheck, 'tenths' | 'skin' | 'mood'>,
  { feverTenths }: Pick<HealthRules, 'feverTenths'>,
): boolean {
  return tenths < feverTenths && (skin === 'spots' || mood === 'unwell')
}

/** Stays, or goes home until the illness table's day. Nobody gives medicine without written authority. */
export function decideCheck(
  check: MorningCheck,
  rules: HealthRules,
  on: LocalDate,
): Result<CheckOutcome> {
  if (check.medicine && !check.medicine.authorised) return refuse({ code: 'authority_needed' })
  const named = rules.illnesses.find(({ id }) => id === check.suspicion)
  const fever = check.tenths >= rules.feverTenths
  if (!named && check.suspicion !== NOTHING && needsSuspicion(check, rules))
    return refuse({ code: 'illness_needed' })
  const illness = named ?? (fever ? feverOf(rules) : undefined)
  return illness
    ? accept({ outcome: 'goes_home', illness, returnOn: returnDateOf(illness, on) })
    : accept({ outcome: 'stays' })
}

/** A table that has lost its line for fever keeps a feverish child at home for a day. */
function feverOf({ illnesses }: HealthRules): Illness {
  const own = illnesses.find(({ id }) => id === FEVER)
  return own ?? { id: FEVER, name: '发热', days: 1, lookBackDays: 0 }
}
