import type { Household } from '../../../miniprogram/domain/household'
import type { Message } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import type { Context } from '../kernel/context'

/** A message to every guardian of a family, through WeChat where one allowed it. The same key is told once. */
export async function tellFamily(
  { store, notify, now, hash }: Context,
  site: Site,
  { guardians }: Household,
  told: { readonly key: string; readonly message: Message },
): Promise<void> {
  const people = await store.people.many(guardians.map(({ openid }) => openid))
  const { template } = told.message
  const templateId = site.templates[template]
  for (const { openid } of guardians) {
    const person = people.find((each) => each.openid === openid)
    const allowed = (person?.credits[template] ?? 0) > 0
    await notify.tell({
      key: `${told.key}_${hash(openid)}`,
      openid,
      message: told.message,
      ...(allowed && templateId ? { templateId } : {}),
      at: now,
      ...(site.quiet ? { quiet: site.quiet } : {}),
    })
  }
}
