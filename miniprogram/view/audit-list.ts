import type { AuditRun, AuditWhat } from '../domain/audit'
import type { ChildId } from '../domain/ids'
import { timeOf } from '../domain/time'
import { clock } from './when'

export interface AuditFacts extends Omit<AuditRun, 'childIds'> {
  readonly children: readonly { readonly id: ChildId; readonly name: string }[]
}

export interface AuditRow {
  readonly key: string
  /** 9:02–9:31 */
  readonly when: string
  readonly who: string
  /** 在园名单 · 18 个孩子 · 30 次 */
  readonly what: string
  readonly children: string
}

const WHAT: Readonly<Record<AuditWhat, string>> = {
  room: '在园名单',
  scan: '门口扫码',
  health: '健康日期',
  notes: '当日记录',
  incidents: '事件记录',
  exposure: '接触名单',
}

export function auditRowOf({ name, what, from, to, count, children }: AuditFacts): AuditRow {
  const [first, last] = [clock(timeOf(from)), clock(timeOf(to))]
  const times = count > 1 ? [`${count} 次`] : []
  return {
    key: `${from}-${to}-${name}-${what}`,
    when: first === last ? first : `${first}–${last}`,
    who: name,
    what: [WHAT[what], `${children.length} 个孩子`, ...times].join(' · '),
    children: children.map((child) => child.name).join('、'),
  }
}
