import { isId, type GroupId } from '../domain/ids'
import type { GroupsSetting } from '../domain/setting'
import { standardRatio } from '../domain/setting-problems'
import type { Group } from '../domain/site'
import type { FormErrors } from './form-errors'

export interface GroupRow {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly cap: string
  readonly ratio: string
  readonly wrong: {
    readonly name: string
    readonly ages: string
    readonly cap: string
    readonly ratio: string
  }
}

export interface GroupsForm {
  readonly places: string
  readonly rows: readonly GroupRow[]
  readonly mayAdd: boolean
  readonly wrong: string
}

const MOST_GROUPS = 6
const LIMITS = {
  places: [1, 60],
  fromMonths: [6, 47],
  toMonths: [7, 48],
  cap: [1, 30],
} as const
export type GroupField = 'fromMonths' | 'toMonths' | 'cap' | 'mostPerCarer'

export function groupsFormOf({ places, groups }: GroupsSetting, errors: FormErrors): GroupsForm {
  return {
    places: `${places} 位`,
    rows: groups.map((group, index) => rowOf(group, index, errors)),
    mayAdd: groups.length < MOST_GROUPS,
    wrong: errors['groups'] ?? '',
  }
}

function rowOf(group: Group, index: number, errors: FormErrors): GroupRow {
  const { id, name, fromMonths, toMonths, cap, mostPerCarer } = group
  const wrong = (field: string): string => errors[`groups.${index}.${field}`] ?? ''
  return {
    id,
    name,
    from: `${fromMonths} 个月`,
    to: `${toMonths} 个月`,
    cap: `${cap} 人`,
    ratio: mostPerCarer === undefined ? '国家标准' : `${mostPerCarer} 人`,
    wrong: {
      name: wrong('name'),
      ages: wrong('ages'),
      cap: wrong('cap'),
      ratio: wrong('mostPerCarer'),
    },
  }
}

/** One step up or down of a group's number; the ratio ends at the standard's, which needs no number. */
export function steppedGroup(group: Group, field: GroupField, by: number): Group {
  if (field !== 'mostPerCarer') {
    const [least, most] = LIMITS[field]
    return { ...group, [field]: Math.min(most, Math.max(least, group[field] + by)) }
  }
  const { mostPerCarer, ...standard } = group
  const next = (mostPerCarer ?? standardRatio(group)) + by
  return next >= standardRatio(group) ? standard : { ...group, mostPerCarer: Math.max(1, next) }
}

export function steppedPlaces(places: number, by: number): number {
  const [least, most] = LIMITS.places
  return Math.min(most, Math.max(least, places + by))
}

/** A group more; its id is the page's attempt, so that it stays the same while it is typed. */
export function withNewGroup(setting: GroupsSetting, id: string): GroupsSetting {
  if (!isId(id)) return setting
  const group: Group = { id: id as GroupId, name: '', fromMonths: 18, toMonths: 36, cap: 10 }
  return { ...setting, groups: [...setting.groups, group] }
}
