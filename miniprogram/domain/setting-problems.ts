import type { NamedSetting, Settings } from './setting'
import { covers } from './span'
import type { Group } from './site'
import type { Tranche } from './release'
import { minutesOf } from './time'

/** The longest time and the most books that a site may lend. */
export const MOST_LOAN_DAYS = 60
export const MOST_LOANS = 10

/** What is wrong with a setting, and in which field: `groups.1.cap`, `tranches.0`, `nap`. */
export interface SettingProblem {
  readonly field: string
  readonly why: SettingWhy
}

export type SettingWhy =
  /** Nothing is written where something must be. */
  | 'missing'
  /** The same name twice. */
  | 'taken'
  /** The younger end of an age span is not below the older. */
  | 'ages'
  /** More than the standard allows, or none. */
  | 'standard'
  /** More than the standard's carers may look after. */
  | 'ratio'
  /** More in a group than the room holds. */
  | 'room'
  /** The shares of the tranches are not 100 together. */
  | 'sum'
  /** A tranche before the one that it should follow. */
  | 'order'
  /** Too little time to ask, or the urgent places drawn. */
  | 'draw'
  /** No day is open then. */
  | 'closed'
  /** A book goes home for no time, or for longer than anybody would wait for it. */
  | 'loan_days'
  /** No book at all, or a shelf full. */
  | 'loan_books'

/** Everything that keeps a setting from being saved; the page shows it beside the fields, the function refuses with it. */
export function settingProblems(setting: NamedSetting): SettingProblem[] {
  switch (setting.what) {
    case 'hours':
      return hoursProblems(setting.value)
    case 'groups':
      return groupsProblems(setting.value)
    case 'release':
      return releaseProblems(setting.value)
    case 'loans':
      return loansProblems(setting.value)
    case 'health':
    case 'notices':
      return []
  }
}

function hoursProblems({ week, nap }: Settings['hours']): SettingProblem[] {
  const isOpen = nap && Object.values(week).some((hours) => hours && covers(hours, nap))
  return nap && !isOpen ? [{ field: 'nap', why: 'closed' }] : []
}

function groupsProblems({ places, groups }: Settings['groups']): SettingProblem[] {
  if (groups.length === 0) return [{ field: 'groups', why: 'missing' }]
  return groups.flatMap((group, index) => {
    const names = groups.slice(0, index).map(({ name }) => name.trim())
    const field = `groups.${index}`
    const wrong: (SettingProblem | false)[] = [
      group.name.trim() === '' && { field: `${field}.name`, why: 'missing' },
      names.includes(group.name.trim()) && { field: `${field}.name`, why: 'taken' },
      group.fromMonths >= group.toMonths && { field: `${field}.ages`, why: 'ages' },
      group.cap > standardCap(group) && { field: `${field}.cap`, why: 'standard' },
      group.cap > places && { field: `${field}.cap`, why: 'room' },
      (group.mostPerCarer ?? 1) > standardRatio(group) && {
        field: `${field}.mostPerCarer`,
        why: 'ratio',
      },
    ]
    return wrong.filter((each) => each !== false)
  })
}

function loansProblems({ days, most }: Settings['loans']): SettingProblem[] {
  const wrong: (SettingProblem | false)[] = [
    (days < 1 || days > MOST_LOAN_DAYS) && { field: 'days', why: 'loan_days' },
    (most < 1 || most > MOST_LOANS) && { field: 'most', why: 'loan_books' },
  ]
  return wrong.filter((each) => each !== false)
}

const TWO = 24

/** 国卫人口发〔2019〕58号, part 3: 15 under two years, 20 from two, 18 mixed. */
export function standardCap({ fromMonths, toMonths }: Pick<Group, 'fromMonths' | 'toMonths'>) {
  return toMonths <= TWO ? 15 : fromMonths >= TWO ? 20 : 18
}

/** The most children a carer may have in a group, were all of its oldest age. */
export function standardRatio({ toMonths }: Pick<Group, 'toMonths'>): number {
  return toMonths <= TWO ? 5 : 7
}

const LEAST_DRAW = 60

function releaseProblems({ tranches }: Settings['release']): SettingProblem[] {
  if (tranches.length === 0) return []
  const sum = tranches.reduce((total, { percent }) => total + percent, 0)
  const order = tranches.flatMap((tranche, index): SettingProblem[] => {
    const last = tranches[index - 1]
    return last && momentOf(last) >= momentOf(tranche)
      ? [{ field: `tranches.${index}`, why: 'order' }]
      : []
  })
  const draws = tranches.flatMap((tranche, index): SettingProblem[] => {
    const { drawMinutes } = tranche
    if (drawMinutes === undefined) return []
    const last = tranches[index - 1]
    // Requests are gathered only once the tranche before is open.
    const room = last ? momentOf(tranche) - momentOf(last) : Infinity
    const fits = 'daysBefore' in tranche && drawMinutes >= LEAST_DRAW && drawMinutes <= room
    return fits ? [] : [{ field: `tranches.${index}`, why: 'draw' }]
  })
  return [...(sum === 100 ? [] : [{ field: 'sum', why: 'sum' } as const]), ...order, ...draws]
}

/** Minutes from the midnight on which the day of care begins; those counted from the doors come last. */
function momentOf(tranche: Tranche): number {
  return 'daysBefore' in tranche
    ? minutesOf(tranche.at) - tranche.daysBefore * 24 * 60
    : 24 * 60 - tranche.minutesBefore
}
