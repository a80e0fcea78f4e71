import type { Api } from '../../cloudfunctions/core/contract/api'
import { call } from './call'
import { entered } from './session'

export type Plan = Api['showPlan']['output']

/** What the point's days are planned from, asked anew. */
export async function loadPlan(): Promise<Plan> {
  const { site } = await entered()
  return call('showPlan', { siteId: site.id })
}
