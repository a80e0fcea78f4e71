import { needsSuspicion, NOTHING, type MorningCheck } from '../domain/morning-check'
import type { HealthRules } from '../domain/illness'
import type { LocalDate } from '../domain/time'
import type { FormErrors } from './form-errors'
import { dateWords } from './when'

/** What has been tapped so far; nothing is taken for seen that nobody tapped. */
export interface CheckForm {
  /** Tenths of a degree; 0 until measured. */
  readonly tenths: number
  readonly skin: MorningCheck['skin'] | ''
  readonly mood: MorningCheck['mood'] | ''
  readonly belongings: MorningCheck['belongings'] | ''
  /** Empty when there is none. */
  readonly medicine: string
  readonly authorised: boolean
  readonly suspicion: string
}

export const EMPTY_CHECK: CheckForm = {
  tenths: 0,
  skin: '',
  mood: '',
  belongings: '',
  medicine: '',
  authorised: false,
  suspicion: '',
}

/** One tap for a child with whom all is well: 手口皮肤、精神、书包. */
export const ALL_WELL = { skin: 'clear', mood: 'good', belongings: 'safe' } as const

export interface Choice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

export interface CheckRow {
  readonly field: 'skin' | 'mood' | 'belongings'
  readonly label: string
  readonly choices: readonly Choice[]
}

export interface CheckView {
  /** 36.5, or empty. */
  readonly degrees: string
  readonly fever: boolean
  readonly temperatures: readonly Choice[]
  readonly allWell: boolean
  readonly rows: readonly CheckRow[]
  /** What it may be; empty while nothing asks for it. */
  readonly suspicions: readonly Choice[]
  readonly button: string
}

const TEMPERATURES = [362, 365, 367, 369, 371, 373, 375, 380] as const
const ROWS = [
  { field: 'skin', label: '手、口、皮肤', choices: { clear: '干净', spots: '有疹' } },
  { field: 'mood', label: '精神', choices: { good: '好', tired: '有点累', unwell: '不好' } },
  { field: 'belongings', label: '书包口袋', choices: { safe: '安全', removed: '取走了东西' } },
] as const

export function checkViewOf(form: CheckForm, rules: HealthRules): CheckView {
  const { tenths, skin, mood, belongings, suspicion } = form
  const fever = tenths >= rules.feverTenths
  const seen = { tenths, skin: skin || 'clear', mood: mood || 'good' } as const
  const asks = fever || needsSuspicion(seen, rules)
  const goes = fever || (suspicion !== '' && suspicion !== NOTHING)
  return {
    degrees: tenths ? degrees(tenths) : '',
    fever,
    temperatures: TEMPERATURES.map((each) => ({
      value: String(each),
      label: degrees(each),
      on: each === tenths,
    })),
    allWell: skin === 'clear' && mood === 'good' && belongings === 'safe',
    rows: ROWS.map(({ field, label, choices }) => ({
      field,
      label,
      choices: Object.entries(choices).map(([value, word]) => ({
        value,
        label: word,
        on: form[field] === value,
      })),
    })),
    suspicions: asks ? suspicionsOf(rules, suspicion, fever) : [],
    button: asks && goes ? '记下，请家长接回' : '记下',
  }
}

function suspicionsOf({ illnesses }: HealthRules, chosen: string, fever: boolean): Choice[] {
  const all = illnesses.map(({ id, name, days }) => ({
    value: id,
    label: `疑似${name} · 休 ${days} 天`,
    on: chosen === id,
  }))
  // A fever goes home whatever a second look says.
  return fever
    ? all
    : [{ value: NOTHING, label: '再看没事，可以留下', on: chosen === NOTHING }, ...all]
}

/** 36.5 ℃，手、口、皮肤干净，精神好，书包口袋安全 */
export function seenWords(check: Pick<MorningCheck, 'tenths' | CheckRow['field']>): string {
  const seen = ROWS.map(({ field, label, choices }) => {
    const words: Readonly<Record<string, string>> = choices
    return `${label}${words[check[field]] ?? ''}`
  })
  return [`${degrees(check.tenths)} ℃`, ...seen].join('，')
}

/** 36.5 */
export function degrees(tenths: number): string {
  return (tenths / 10).toFixed(1)
}

export const CHECK_WORDS = {
  tenths: '请先量体温。',
  skin: '请看一看，再点“都好”或逐项选。',
  suspicion: '有疹或精神不好，请选一个疑似，或选“再看没事”。',
  medicine: '没有家长签字的书面委托，不能收药。请家长写好，或清空这一栏。',
} as const satisfies FormErrors

export function checkErrorsOf(form: CheckForm, rules: HealthRules): FormErrors {
  const { tenths, skin, mood, belongings, suspicion, medicine, authorised } = form
  const looked = skin && mood && belongings
  const asks = looked && needsSuspicion({ tenths, skin, mood }, rules)
  const wrong = {
    tenths: tenths === 0,
    skin: !looked,
    suspicion: Boolean(asks) && suspicion === '',
    medicine: medicine.trim() !== '' && !authorised,
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, CHECK_WORDS[field]]),
  )
}

export interface CheckDone {
  readonly stays: boolean
  readonly title: string
  readonly text: string
  /** Where nobody but this phone knows yet; else empty. */
  readonly kept: string
}

const KEPT = '没有网络，先记在这部手机上，连上后自动上传。'

/** What was kept, and what followed from it. */
export function checkDoneOf(
  name: string,
  done: {
    readonly outcome: 'stays' | 'goes_home'
    readonly illness?: string
    readonly returnOn?: LocalDate
    readonly cancelled: number
    readonly told: boolean
  },
): CheckDone {
  const kept = done.told ? '' : KEPT
  if (done.outcome === 'stays')
    return { stays: true, title: `${name} 晨检好了`, text: '可以进教室。', kept }
  const back = done.returnOn ? `${dateWords(done.returnOn)}起可以再来，医生证明优先。` : ''
  const freed = done.cancelled > 0 ? `之前的 ${done.cancelled} 个预约已免费取消。` : ''
  return {
    stays: false,
    title: `${name} 先回家休息`,
    text: `疑似${done.illness ?? ''}。${back}${freed}今天不收费${done.told ? '，位置已经让出' : ''}。`,
    kept,
  }
}
