import type { SettingName, Settings } from '../domain/setting'
import type { StaffRole } from '../domain/role'
import type { Instant, Weekday } from '../domain/time'
import { spanWords, hoursWord, momentWords, weekdayName } from './when'

/** What `showSettings` answers, as far as the entry page shows it. */
export interface SettingsFacts {
  readonly settings: Settings
  readonly notices: { readonly guardian: string; readonly children: string }
  readonly tariffVersion: string
  readonly staff: number
  readonly last?: { readonly at: Instant; readonly byName: string }
}

export interface SettingsRow {
  readonly key: string
  readonly label: string
  /** How it is now, in a line. */
  readonly now: string
  readonly icon: string
  readonly url: string
}

const DESK = '/packages/desk'
const at = (name: string): string => `${DESK}/${name}/${name}`

/** One line for each thing that the site decides, with how it stands; leads see what is theirs. */
export function settingsRowsOf(facts: SettingsFacts, roles: readonly StaffRole[]): SettingsRow[] {
  const { settings, notices, tariffVersion, staff, last } = facts
  const { hours, groups, release, health, loans } = settings
  const nap = hours.nap ? ` · 午睡 ${spanWords(hours.nap)}` : ''
  const rows: readonly (SettingsRow & { readonly lead?: true })[] = [
    {
      key: 'hours',
      label: '开放时间和午睡',
      now: `${weekWords(hours.week)}${nap}`,
      icon: 'time',
      url: at('hours-edit'),
    },
    {
      key: 'groups',
      label: '班级和人数',
      now: `教室 ${groups.places} 位 · ${groups.groups.map(({ name }) => name).join('、')}`,
      icon: 'usergroup',
      url: at('groups-edit'),
    },
    {
      key: 'release',
      label: '放位规则',
      now: releaseWords(release),
      icon: 'calendar',
      url: at('release-edit'),
    },
    {
      key: 'tariff',
      label: '价格表',
      now: tariffVersion ? `${tariffVersion} 版` : '还没有',
      icon: 'discount',
      url: at('tariff-edit'),
    },
    {
      key: 'health',
      label: '健康规则',
      now: `${health.illnesses.length} 种病的居家天数 · 体检管 ${health.checkUpMonths} 个月`,
      icon: 'heart',
      url: at('health-rules'),
      lead: true,
    },
    {
      key: 'loans',
      label: '借书',
      now: `一次 ${loans.days} 天 · 一家最多 ${loans.most} 本`,
      icon: 'book-open',
      url: at('loans-edit'),
    },
    {
      key: 'notices',
      label: '信息说明',
      now: `家长 ${notices.guardian} 版 · 儿童 ${notices.children} 版`,
      icon: 'secured',
      url: at('notice-texts'),
    },
    {
      key: 'staff',
      label: '人员和身份',
      now: `${staff} 人`,
      icon: 'user-setting',
      url: at('staff-list'),
    },
    {
      key: 'changes',
      label: '修改记录',
      now: last ? `最近：${last.byName} ${momentWords(last.at)}` : '还没有改过',
      icon: 'history',
      url: at('change-list'),
    },
    {
      key: 'deletions',
      label: '清理记录',
      now: '到期的信息每天夜里自动删除',
      icon: 'delete-time',
      url: at('deletion-list'),
    },
  ]
  const mine = roles.includes('operator') ? rows : rows.filter(({ lead }) => lead)
  return mine.map(({ key, label, now, icon, url }) => ({ key, label, now, icon, url }))
}

/** 周一至周五 8:30–18:00，周六 9:00–17:00 */
export function weekWords(week: Settings['hours']['week']): string {
  const days: { first: Weekday; last: Weekday; words: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
    const span = week[weekday]
    if (!span) continue
    const words = spanWords(span)
    const before = days[days.length - 1]
    if (before && before.last === weekday - 1 && before.words === words) before.last = weekday
    else days.push({ first: weekday, last: weekday, words })
  }
  return (
    days
      .map(({ first, last, words }) => {
        const through = last === first ? '' : `至${weekdayName(last)}`
        return `${weekdayName(first)}${through} ${words}`
      })
      .join('，') || '每天都休息'
  )
}

function releaseWords({ tranches, weekMinutes }: Settings['release']): string {
  const draws = tranches.some(({ drawMinutes }) => drawMinutes !== undefined) ? ' · 有抽签' : ''
  const release = tranches.length > 0 ? `分 ${tranches.length} 批放位` : '一次放完'
  const week = weekMinutes === undefined ? '每家不限' : `每家每周 ${hoursWord(weekMinutes)}`
  return `${release}${draws} · ${week}`
}

/** What a saving did, with the bookings that no longer fit. */
export function excessNote(excess: number): string {
  return excess === 0
    ? '已保存，以后的日子已经重新安排。'
    : `已保存。有 ${excess} 个预约放不下了，请到“放不下的预约”里看。`
}

export const SETTING_LABELS: Readonly<Record<SettingName | 'roles' | 'tariff', string>> = {
  hours: '开放时间和午睡',
  groups: '班级和人数',
  release: '放位规则',
  health: '健康规则',
  loans: '借书',
  notices: '信息说明',
  roles: '人员和身份',
  tariff: '价格表',
}
