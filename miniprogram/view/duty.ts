import type { Day } from '../domain/day'
import type { DutyAct } from '../domain/duty'
import type { GroupId } from '../domain/ids'
import { timeOf, type Instant } from '../domain/time'
import { clock } from './when'

export interface DutyView {
  readonly groups: readonly {
    readonly value: GroupId
    readonly label: string
    readonly on: boolean
  }[]
  /** 扫墙上的码，到托大班上班 */
  readonly start: string
  readonly ready: boolean
}

export function dutyViewOf(day: Day | undefined, chosen: string): DutyView {
  const groups = (day?.groups ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
    on: id === chosen,
  }))
  const group = groups.find(({ on }) => on)
  return {
    groups,
    start: group ? `扫墙上的码，到${group.label}` : '先选在哪个班',
    ready: group !== undefined,
  }
}

export function dutyDoneWords(
  duty: { readonly name: string; readonly inAt: Instant; readonly outAt?: Instant },
  act: DutyAct,
): string {
  return act === 'start'
    ? `${duty.name} ${clock(timeOf(duty.inAt))} 签到`
    : `${duty.name} ${clock(timeOf(duty.outAt ?? duty.inAt))} 签退`
}
