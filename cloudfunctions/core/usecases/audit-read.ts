import type { AuditWhat } from '../../../miniprogram/domain/audit'
import type { ChildId, SiteId } from '../../../miniprogram/domain/ids'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import type { Found } from '../kernel/use-case'

interface Read {
  readonly siteId: SiteId
  readonly what: AuditWhat
  readonly childIds: readonly ChildId[]
}

/** Writes down who is about to read whose health data. Awaited before the answer: without an entry nobody reads. */
export async function auditRead(
  { store, now, randomId }: Context,
  { openid, person }: Found['staff'],
  { siteId, what, childIds }: Read,
): Promise<void> {
  if (childIds.length === 0) return
  const { name } = person
  const entry = { siteId, date: dateOf(now), at: now, openid, name, what, childIds }
  await store.audits.add(randomId(20), entry)
}
