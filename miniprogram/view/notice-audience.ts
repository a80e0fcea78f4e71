import type { Audience, Language } from '../domain/audience'
import type { GroupId } from '../domain/ids'
import { addDays, type LocalDate } from '../domain/time'
import { LANGUAGE_WORDS } from './notice-wish'
import { monthDay } from './when'

export interface GroupChoice {
  readonly id: GroupId
  readonly name: string
  readonly fromMonths: number
  readonly toMonths: number
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

export interface AudienceForm {
  readonly ages: readonly Choice[]
  /** Months to turn to, and where the two wheels stand; null while every age is meant. */
  readonly months: {
    readonly range: readonly (readonly string[])[]
    readonly at: readonly number[]
  } | null
  readonly groups: readonly Choice[]
  readonly bookings: readonly Choice[]
  readonly booked: {
    readonly from: string
    readonly to: string
    readonly words: readonly string[]
  } | null
  readonly languages: readonly Choice[]
  /** 所有家庭 · 24–30 个月，明天有预约 */
  readonly words: string
}

const ANY = 'any'
const CHOSEN = 'chosen'
const OLDEST = 48
const MONTHS = Array.from({ length: OLDEST + 1 }, (_, months) => `${months} 个月`)

/** The audience as it is chosen, with what else could be. */
export function audienceFormOf(
  audience: Audience,
  groups: readonly GroupChoice[],
  today: LocalDate,
): AudienceForm {
  const { ages, groupId, booked, language } = audience
  return {
    ages: [
      { value: ANY, label: '不限', on: !ages },
      { value: CHOSEN, label: ages ? monthsWords(ages) : '选月龄', on: Boolean(ages) },
    ],
    months: ages ? { range: [MONTHS, MONTHS], at: [ages.fromMonths, ages.toMonths] } : null,
    groups: [
      { value: ANY, label: '不限', on: groupId === undefined },
      ...groups.map(({ id, name }) => ({ value: id, label: name, on: id === groupId })),
    ],
    bookings: [
      { value: ANY, label: '不限', on: !booked },
      ...presetsOf(today).map(({ value, label, from, to }) => ({
        value,
        label,
        on: booked?.from === from && booked.to === to,
      })),
    ],
    booked: booked ? { ...booked, words: [monthDay(booked.from), monthDay(booked.to)] } : null,
    languages: [
      { value: ANY, label: '不限', on: language === undefined },
      ...Object.entries(LANGUAGE_WORDS).map(([value, label]) => ({
        value,
        label,
        on: value === language,
      })),
    ],
    words: audienceWords(audience, groups),
  }
}

/** 所有家庭, or each condition. */
export function audienceWords(
  { ages, groupId, booked, language }: Audience,
  groups: readonly GroupChoice[],
): string {
  const group = groups.find(({ id }) => id === groupId)
  const parts = [
    ages ? monthsWords(ages) : '',
    groupId === undefined ? '' : (group?.name ?? '已取消的班'),
    booked ? `${daysWords(booked)}有预约` : '',
    language ? `想看${LANGUAGE_WORDS[language]}` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '所有家庭'
}

/** 24–30 个月 */
function monthsWords({ fromMonths, toMonths }: NonNullable<Audience['ages']>): string {
  return `${fromMonths}–${toMonths} 个月`
}

function daysWords({ from, to }: NonNullable<Audience['booked']>): string {
  return from === to ? monthDay(from) : `${monthDay(from)}到 ${monthDay(to)}`
}

function presetsOf(today: LocalDate) {
  return [
    { value: 'today', label: '今天', from: today, to: today },
    { value: 'tomorrow', label: '明天', from: addDays(today, 1), to: addDays(today, 1) },
    { value: 'week', label: '七天内', from: today, to: addDays(today, 6) },
  ]
}

/** The audience after one of the choices was tapped. */
export function withChoice(
  audience: Audience,
  field: 'ages' | 'groupId' | 'booked' | 'language',
  value: string,
  today: LocalDate,
): Audience {
  const { [field]: _before, ...rest } = audience
  if (value === ANY) return rest
  if (field === 'ages') return { ...rest, ages: audience.ages ?? { fromMonths: 24, toMonths: 30 } }
  if (field === 'groupId') return { ...rest, groupId: value as GroupId }
  if (field === 'language') return { ...rest, language: value as Language }
  const preset = presetsOf(today).find((each) => each.value === value)
  return preset ? { ...rest, booked: { from: preset.from, to: preset.to } } : audience
}
