import type { Message } from '../../../miniprogram/domain/message'
import type { Site } from '../../../miniprogram/domain/site'
import type { Context } from '../kernel/context'

/** A message to one person, through WeChat where they allowed it. The same key is told once. */
export async function tellPerson(
  { store, notify, now }: Context,
  site: Site,
  openid: string,
  told: { readonly key: string; readonly message: Message },
): Promise<void> {
  const { key, message } = told
  const person = await store.people.get(openid)
  const templateId = site.templates[message.template]
  const allowed = (person?.credits[message.template] ?? 0) > 0
  await notify.tell({
    key,
    openid,
    message,
    ...(allowed && templateId ? { templateId } : {}),
    at: now,
  })
}
