import type { Api } from '../../cloudfunctions/core/contract/api'
import type { SiteId } from '../domain/ids'
import { call } from './call'

export type Week = Api['showWeek']['output']

let last: Week | undefined

/** Fourteen days of places, asked anew. */
export async function loadWeek(siteId: SiteId): Promise<Week> {
  last = await call('showWeek', { siteId })
  return last
}

/** The last answer: good for names and carers, not for places. */
export function lastWeek(): Week | undefined {
  return last
}
