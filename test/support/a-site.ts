import type { GroupId, SiteId } from '../../miniprogram/domain/ids'
import type { Group, Site } from '../../miniprogram/domain/site'
import { aSpan } from './a-span'

export function aGroup(changes: Partial<Omit<Group, 'id'>> & { id: string }): Group {
  const { id, ...more } = changes
  return { name: id, fromMonths: 18, toMonths: 36, cap: 18, ...more, id: id as GroupId }
}

export const LITTLE = aGroup({ id: 'little', fromMonths: 18, toMonths: 24, cap: 15 })
export const BIG = aGroup({ id: 'big', fromMonths: 24, toMonths: 36, cap: 20 })

/** 19 places for two groups, from 18 and from 24 months, Monday to Friday 9:00–12:00. */
export function aSite(changes: Partial<Site> = {}): Site {
  const hours = aSpan('9:00-12:00')
  return {
    id: 'yucun' as SiteId,
    name: '渔你成长小屋',
    address: '渔邨社区党群服务中心',
    phone: '0755-00000000',
    operator: '运营方',
    places: 19,
    hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
    groups: [LITTLE, BIG],
    templates: {},
    ...changes,
  }
}
