import { ageInMonths } from '../domain/age'
import type { Group } from '../domain/site'
import { addMonths, isLocalDate, type LocalDate } from '../domain/time'
import { ageWords } from './age'
import { ageSpanWords } from './age-span'
import type { FormErrors } from './form-errors'
import { dateWords } from './when'

export interface ChildForm {
  readonly name: string
  /** Empty until chosen. */
  readonly birthDate: string
  readonly allergies: string
}

export const CHILD_WORDS = {
  name: '请写孩子的小名，最多 10 个字。',
  birthDate: '请选孩子的生日，不能晚于今天。',
  allergies: '最多 50 个字，请写短一点。',
} as const satisfies FormErrors

/** What children of this age are often allergic to: a tap instead of typing. */
export const COMMON_ALLERGIES = ['鸡蛋', '牛奶', '花生', '海鲜', '芒果', '尘螨'] as const

export function childErrorsOf(form: ChildForm, today: LocalDate): FormErrors {
  const name = form.name.trim()
  const wrong = {
    name: name.length === 0 || name.length > 10,
    birthDate: !isLocalDate(form.birthDate) || form.birthDate > today,
    allergies: form.allergies.trim().length > 50,
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, CHILD_WORDS[field]]),
  )
}

/** What the birthday means: 2 岁 1 个月，现在在托大班. Empty for no date. */
export function ageNoteOf(birthDate: string, groups: readonly Group[], today: LocalDate): string {
  if (!isLocalDate(birthDate) || birthDate > today) return ''
  const months = ageInMonths(birthDate, today)
  const age = `今天 ${ageWords(birthDate, today)}`
  const group = groups.find((each) => each.fromMonths <= months && months < each.toMonths)
  if (group) return `${age}，在${group.name}`
  const starts = groups.map((each) => each.fromMonths).filter((from) => from > months)
  if (starts.length > 0) {
    const from = Math.min(...starts)
    const date = addMonths(birthDate, from)
    return `${age}。满 ${ageSpanWords(from)}（${date.slice(0, 4)} 年 ${dateWords(date)}）起可以预约`
  }
  if (groups.length === 0) return age
  const most = Math.max(...groups.map((each) => each.toMonths))
  return `${age}。托育点接收不满 ${ageSpanWords(most)}的孩子，绘本课程仍然欢迎`
}

/** Whether a child of this birthday could be booked today. */
export function isOfAge(birthDate: string, groups: readonly Group[], today: LocalDate): boolean {
  if (!isLocalDate(birthDate)) return false
  const months = ageInMonths(birthDate, today)
  return groups.some((each) => each.fromMonths <= months && months < each.toMonths)
}

/** Adds a word to the list, or takes it out again. */
export function toggleAllergy(allergies: string, word: string): string {
  const words = allergyWords(allergies)
  const rest = words.filter((each) => each !== word)
  return (rest.length < words.length ? rest : [...words, word]).join('、')
}

export function allergyWords(allergies: string): string[] {
  return allergies
    .split(/[、，,；;\s]+/)
    .map((word) => word.trim())
    .filter(Boolean)
}
