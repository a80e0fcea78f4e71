import type { OverrideId } from '../domain/ids'
import { ask } from './ask'
import { call } from './call'
import { loadRoom } from './room'

/**
 * Asks the second carer once more, and lets the child go on both carers' word.
 * @returns whether she agreed.
 */
export async function agreeOverride(
  overrideId: OverrideId,
  title: string,
  text: string,
): Promise<boolean> {
  if (!(await ask({ title, text, yes: '同意离园', no: '先不' }))) return false
  const { siteId } = await loadRoom()
  await call('agreeOverride', { siteId, overrideId })
  await loadRoom()
  return true
}
