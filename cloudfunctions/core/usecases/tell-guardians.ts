import type { Household } from '../../../miniprogram/domain/household'
import type { Message } from '../../../miniprogram/domain/message'
import type { Context } from '../kernel/context'

/** Tells every guardian of a family once for each key: in the app, and through WeChat where they allowed it. */
export async function tellGuardians(
  { store, notify, now, hash }: Context,
  { guardians, siteId }: Household,
  key: string,
  message: Message,
): Promise<void> {
  const site = await store.sites.get(siteId)
  const templateId = site?.templates[message.template]
  const people = await store.people.many(guardians.map(({ openid }) => openid))
  for (const { openid } of guardians) {
    const person = people.find((each) => each.openid === openid)
    const allowed = (person?.credits[message.template] ?? 0) > 0
    await notify.tell({
      key: `${key}_${hash(openid)}`,
      openid,
      message,
      ...(allowed && templateId ? { templateId } : {}),
      at: now,
    })
  }
}
