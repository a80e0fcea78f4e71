import { LANGUAGES } from '../domain/book'
import { HALF_DAYS, SKILLS, TEAMS, type VolunteerFacts } from '../domain/volunteer'
import type { FormErrors } from './form-errors'
import { weekdayName } from './when'
import { LANGUAGE_WORDS } from './words-session'
import { SKILL_WORDS, TEAM_WORDS } from './words-volunteer'

export interface VolunteerDraft extends VolunteerFacts {
  readonly agreed: boolean
}

export const NEW_VOLUNTEER: VolunteerDraft = {
  name: '',
  team: 'volunteer',
  skills: [],
  languages: ['mandarin'],
  availability: [],
  agreed: false,
}

export const VOLUNTEER_ERRORS: FormErrors = {
  name: '请写上怎么称呼您，最多十个字',
  skills: '请至少选一样',
  languages: '请至少选一种',
  availability: '请至少选一个半天',
  agreed: '同意之后才能提交',
}

export function volunteerErrorsOf(draft: VolunteerDraft): FormErrors {
  const { name, skills, languages, availability, agreed } = draft
  const wrong = {
    name: name.trim() === '' || name.trim().length > 10,
    skills: skills.length === 0,
    languages: languages.length === 0,
    availability: availability.length === 0,
    agreed: !agreed,
  }
  return Object.fromEntries(
    Object.entries(VOLUNTEER_ERRORS).filter(([field]) => wrong[field as keyof typeof wrong]),
  )
}

export interface VolunteerChoices {
  readonly teams: readonly Choice[]
  readonly skills: readonly Choice[]
  readonly languages: readonly Choice[]
  readonly weekdays: readonly { readonly label: string; readonly halves: readonly Choice[] }[]
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

export function volunteerChoicesOf(draft: VolunteerDraft): VolunteerChoices {
  const { team, skills, languages, availability } = draft
  return {
    teams: TEAMS.map((value) => ({ value, label: TEAM_WORDS[value], on: value === team })),
    skills: SKILLS.map((value) => ({
      value,
      label: SKILL_WORDS[value],
      on: skills.includes(value),
    })),
    languages: LANGUAGES.map((value) => ({
      value,
      label: LANGUAGE_WORDS[value],
      on: languages.includes(value),
    })),
    weekdays: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
      label: weekdayName(weekday),
      halves: HALF_DAYS.filter((half) => half.startsWith(String(weekday))).map((value) => ({
        value,
        label: value.endsWith('am') ? '上午' : '下午',
        on: availability.includes(value),
      })),
    })),
  }
}

/** With the value in the list if it was not, and without it if it was. */
export function toggled<T extends string>(list: readonly T[], value: string): readonly T[] {
  return list.includes(value as T) ? list.filter((each) => each !== value) : [...list, value as T]
}
