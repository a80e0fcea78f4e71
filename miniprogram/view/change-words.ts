import { sameValue, type SettingName, type Settings } from '../domain/setting'
import type { StaffRole } from '../domain/role'
import type { Group } from '../domain/site'
import type { Illness } from '../domain/illness'
import { dateOf, type Instant, type LocalDate, type Weekday } from '../domain/time'
import { degrees } from './morning-check'
import { NOTICE_TITLES } from './notice-texts'
import { trancheWords } from './release-form'
import { SETTING_LABELS } from './settings-page'
import { dateWords, hoursWord, momentWords, spanWords, weekdayName } from './when'
import { ROLE_WORDS } from './words-role'

interface Facts {
  readonly id: string
  readonly at: Instant
  readonly byName: string
  readonly from: LocalDate
  readonly undoes?: string
}

/** A line of the list of changes, as `listChanges` answers. */
export type ChangeView = Facts &
  (
    | {
        readonly [Name in SettingName]: {
          readonly what: Name
          readonly before: Settings[Name]
          readonly after: Settings[Name]
        }
      }[SettingName]
    | {
        readonly what: 'roles'
        readonly whoName: string
        readonly before: readonly StaffRole[]
        readonly after: readonly StaffRole[]
      }
    | { readonly what: 'tariff'; readonly before: string; readonly after: string }
  )

export interface ChangeCard {
  readonly id: string
  readonly title: string
  /** 何经理 11 月 25 日 10:05 */
  readonly who: string
  /** 11 月 26 日 周四起; empty when it counted at once. */
  readonly from: string
  readonly lines: readonly string[]
  /** 已撤回, 撤回了前一次, or empty. */
  readonly note: string
  readonly undoable: boolean
}

export function changeCardsOf(
  listed: readonly { readonly change: ChangeView; readonly undoable: boolean }[],
): ChangeCard[] {
  const undone = new Set(listed.flatMap(({ change }) => change.undoes ?? []))
  return listed.map(({ change, undoable }) => {
    const { id, at, byName, from, what, undoes } = change
    return {
      id,
      title: SETTING_LABELS[what],
      who: `${byName || '同事'} ${momentWords(at)}`,
      from: from > dateOf(at) ? `${dateWords(from)}起` : '',
      lines: changeLines(change),
      note: undone.has(id) ? '已撤回' : undoes === undefined ? '' : '撤回了前一次的修改',
      undoable,
    }
  })
}

/** What was changed, from what to what, in as many lines as it takes. */
export function changeLines(change: ChangeView): string[] {
  switch (change.what) {
    case 'hours':
      return hoursLines(change.before, change.after)
    case 'groups':
      return groupsLines(change.before, change.after)
    case 'release':
      return releaseLines(change.before, change.after)
    case 'health':
      return healthLines(change.before, change.after)
    case 'loans':
      return [
        ...moved('一次借', `${change.before.days} 天`, `${change.after.days} 天`),
        ...moved('一家最多', `${change.before.most} 本`, `${change.after.most} 本`),
      ]
    case 'notices':
      return (['guardian', 'children'] as const)
        .filter((name) => change.before[name] !== change.after[name])
        .map((name) => `${NOTICE_TITLES[name]}的补充改成：${change.after[name] || '没有补充'}`)
    case 'roles':
      return [`${change.whoName}：${rolesWords(change.before)} → ${rolesWords(change.after)}`]
    case 'tariff':
      return [change.before ? `${change.before} 版 → ${change.after} 版` : `${change.after} 版`]
  }
}

const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

function hoursLines(before: Settings['hours'], after: Settings['hours']): string[] {
  return [
    ...WEEK.flatMap((weekday) =>
      moved(weekdayName(weekday), openWords(before, weekday), openWords(after, weekday)),
    ),
    ...moved(
      '午睡',
      before.nap ? spanWords(before.nap) : '没有',
      after.nap ? spanWords(after.nap) : '没有',
    ),
  ]
}

function openWords({ week }: Settings['hours'], weekday: Weekday): string {
  const span = week[weekday]
  return span ? spanWords(span) : '休息'
}

function groupsLines(before: Settings['groups'], after: Settings['groups']): string[] {
  const gone = before.groups.filter(({ id }) => !after.groups.some((each) => each.id === id))
  return [
    ...moved('教室', `${before.places} 位`, `${after.places} 位`),
    ...after.groups.flatMap((group) => {
      const old = before.groups.find(({ id }) => id === group.id)
      if (!old) return [`新增 ${group.name}：${groupWords(group)}`]
      return moved(group.name, groupWords(old), groupWords(group)).concat(
        old.name === group.name ? [] : [`${old.name} 改名 ${group.name}`],
      )
    }),
    ...gone.map(({ name }) => `去掉 ${name}`),
  ]
}

function groupWords({ fromMonths, toMonths, cap, mostPerCarer }: Group): string {
  const ratio = mostPerCarer === undefined ? '' : `，每位老师最多 ${mostPerCarer} 人`
  return `${fromMonths}–${toMonths} 个月，最多 ${cap} 人${ratio}`
}

function releaseLines(before: Settings['release'], after: Settings['release']): string[] {
  return [
    ...moved('放位', tranchesWords(before), tranchesWords(after)),
    ...moved('每家每周', limitWords(before.weekMinutes), limitWords(after.weekMinutes)),
    ...moved('一次最长', limitWords(before.longestMinutes), limitWords(after.longestMinutes)),
  ]
}

function tranchesWords({ tranches }: Settings['release']): string {
  return tranches.length > 0 ? tranches.map(trancheWords).join('，') : '一次放完'
}

function limitWords(minutes: number | undefined): string {
  return minutes === undefined ? '不限' : hoursWord(minutes)
}

function healthLines(before: Settings['health'], after: Settings['health']): string[] {
  const gone = before.illnesses.filter(({ id }) => !after.illnesses.some((each) => each.id === id))
  return [
    ...moved('几度起回家', `${degrees(before.feverTenths)} ℃`, `${degrees(after.feverTenths)} ℃`),
    ...moved('体检管', `${before.checkUpMonths} 个月`, `${after.checkUpMonths} 个月`),
    ...after.illnesses.flatMap((illness) => {
      const old = before.illnesses.find(({ id }) => id === illness.id)
      if (!old) return [`新增 ${illness.name}：${illnessWords(illness)}`]
      return sameValue(old, illness)
        ? []
        : moved(illness.name, illnessWords(old), illnessWords(illness))
    }),
    ...gone.map(({ name }) => `去掉 ${name}`),
  ]
}

function illnessWords({ days, lookBackDays }: Illness): string {
  return `在家 ${days} 天，往前提醒 ${lookBackDays} 天`
}

function rolesWords(roles: readonly StaffRole[]): string {
  return roles.map((role) => ROLE_WORDS[role].name).join('、') || '不再任职'
}

function moved(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}：${before} → ${after}`]
}
