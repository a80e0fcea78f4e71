import { fen, type Fen } from '../domain/money'
import type { CancelStep, Tariff } from '../domain/tariff'
import type { TariffDraft } from '../domain/tariff-problems'
import { localTime, type LocalDate, type LocalTime } from '../domain/time'
import { fenOf, typedOf, wholeOf } from './typed-number'

/** A price list as it is typed: every field is text, so that nothing typed is ever lost. */
export type TariffForm = Readonly<Record<TariffField, string>>

/** What a field holds. An optional one may be empty: there is no cap, no meal, no second step. */
export type FieldKind = 'name' | 'date' | 'time' | 'fen' | 'fen?' | 'whole' | 'whole?'

export const TARIFF_FIELDS = {
  version: 'name',
  from: 'date',
  hourFen: 'fen',
  marketHourFen: 'fen',
  minimumMinutes: 'whole',
  stepMinutes: 'whole',
  dayCapFen: 'fen?',
  residentPercent: 'whole',
  siblingPercent: 'whole',
  freeMinutes: 'whole',
  mealFen: 'fen?',
  mealAt: 'time',
  earlyHourFen: 'fen',
  earlyMaterialFen: 'fen',
  togetherHourFen: 'fen',
  togetherMaterialFen: 'fen',
  readingHourFen: 'fen',
  readingMaterialFen: 'fen',
  graceMinutes: 'whole',
  lateQuarterFen: 'fen',
  freeDays: 'whole',
  freeTime: 'time',
  stepDays: 'whole?',
  stepTime: 'time',
  stepFen: 'fen?',
  lateCancelFen: 'fen',
  unpaidMostFen: 'fen',
} as const satisfies Record<string, FieldKind>
export type TariffField = keyof typeof TARIFF_FIELDS

/** What is not a number, a name or a date at all; the domain's rules speak about the rest. */
export type TypedWrong = Readonly<Partial<Record<TariffField, 'unreadable'>>>

const NOON = localTime('12:00')
const MORNING = localTime('07:00')

/** The form of the next version, filled with the one in force. */
export function tariffFormOf(
  tariff: Tariff,
  next: { version: string; from: LocalDate },
): TariffForm {
  const { classes, meal, cancelSteps } = tariff
  const [free, step] = cancelSteps
  return {
    ...next,
    hourFen: typedOf(tariff.hourFen),
    marketHourFen: typedOf(tariff.marketHourFen),
    minimumMinutes: String(tariff.minimumMinutes),
    stepMinutes: String(tariff.stepMinutes),
    dayCapFen: tariff.dayCapFen === undefined ? '' : typedOf(tariff.dayCapFen),
    residentPercent: String(tariff.residentPercent),
    siblingPercent: String(tariff.siblingPercent),
    freeMinutes: String(tariff.freeMinutes),
    mealFen: meal ? typedOf(meal.fen) : '',
    mealAt: meal?.at ?? NOON,
    earlyHourFen: typedOf(classes.early.hourFen),
    earlyMaterialFen: typedOf(classes.early.materialFen),
    togetherHourFen: typedOf(classes.together.hourFen),
    togetherMaterialFen: typedOf(classes.together.materialFen),
    readingHourFen: typedOf(classes.reading.hourFen),
    readingMaterialFen: typedOf(classes.reading.materialFen),
    graceMinutes: String(tariff.graceMinutes),
    lateQuarterFen: typedOf(tariff.lateQuarterFen),
    freeDays: String(free?.daysBefore ?? 1),
    freeTime: free?.time ?? localTime('20:00'),
    stepDays: step ? String(step.daysBefore) : '',
    stepTime: step?.time ?? MORNING,
    stepFen: step ? typedOf(step.fen) : '',
    lateCancelFen: typedOf(tariff.lateCancelFen),
    unpaidMostFen: typedOf(tariff.unpaidMostFen),
  }
}

/** Fields whose text is no value of their kind. */
export function typedWrong(form: TariffForm): TypedWrong {
  const fields = Object.keys(TARIFF_FIELDS) as TariffField[]
  const wrong = fields.filter((field) => !isReadable(TARIFF_FIELDS[field], form[field].trim()))
  // A step of cancelling is both its day and its cost, or neither.
  const [days, cost] = [form.stepDays.trim(), form.stepFen.trim()]
  if (days !== '' && cost === '') wrong.push('stepFen')
  if (days === '' && cost !== '') wrong.push('stepDays')
  return Object.fromEntries(wrong.map((field) => [field, 'unreadable']))
}

/** The draft of a form in which everything can be read. */
export function draftOf(form: TariffForm): TariffDraft {
  const price = (field: TariffField): Fen => fenOf(form[field]) ?? fen(0)
  const whole = (field: TariffField): number => wholeOf(form[field]) ?? 0
  const isSet = (field: TariffField): boolean => form[field].trim() !== ''
  const free = { daysBefore: whole('freeDays'), time: form.freeTime as LocalTime, fen: fen(0) }
  const step: CancelStep = {
    daysBefore: whole('stepDays'),
    time: form.stepTime as LocalTime,
    fen: price('stepFen'),
  }
  return {
    version: form.version.trim(),
    from: form.from as LocalDate,
    hourFen: price('hourFen'),
    marketHourFen: price('marketHourFen'),
    minimumMinutes: whole('minimumMinutes'),
    stepMinutes: whole('stepMinutes'),
    ...(isSet('dayCapFen') ? { dayCapFen: price('dayCapFen') } : {}),
    residentPercent: whole('residentPercent'),
    siblingPercent: whole('siblingPercent'),
    freeMinutes: whole('freeMinutes'),
    ...(isSet('mealFen') ? { meal: { at: form.mealAt as LocalTime, fen: price('mealFen') } } : {}),
    classes: {
      early: { hourFen: price('earlyHourFen'), materialFen: price('earlyMaterialFen') },
      together: { hourFen: price('togetherHourFen'), materialFen: price('togetherMaterialFen') },
      reading: { hourFen: price('readingHourFen'), materialFen: price('readingMaterialFen') },
    },
    graceMinutes: whole('graceMinutes'),
    lateQuarterFen: price('lateQuarterFen'),
    cancelSteps: isSet('stepDays') ? [free, step] : [free],
    lateCancelFen: price('lateCancelFen'),
    unpaidMostFen: price('unpaidMostFen'),
  }
}

const NAME = /^[A-Za-z0-9_-]{1,20}$/

function isReadable(kind: FieldKind, text: string): boolean {
  switch (kind) {
    case 'name':
      return NAME.test(text)
    case 'fen':
      return fenOf(text) !== undefined
    case 'fen?':
      return text === '' || fenOf(text) !== undefined
    case 'whole':
      return wholeOf(text) !== undefined
    case 'whole?':
      return text === '' || wholeOf(text) !== undefined
    case 'date':
    case 'time':
      // Chosen from a wheel.
      return true
  }
}
