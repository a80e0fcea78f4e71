import type { Override } from '../../../miniprogram/domain/override'
import type { Api } from '../contract/api'

export function overrideViewOf(
  override: Override,
  openid: string,
): Api['askOverride']['output']['override'] {
  const { id, bookingId, who, reason, askedByName, askedBy } = override
  return { id, bookingId, who, reason, askedByName, mine: askedBy === openid }
}
