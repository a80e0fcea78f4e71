import type { Message } from '../../../miniprogram/domain/message'
import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Context } from '../kernel/context'

/** Tells one person what the timer decided for them, through WeChat where they allowed such a message before. */
export async function tellDecided(
  { store, notify, now }: Context,
  {
    key,
    openid,
    siteId,
    message,
  }: { key: string; openid: string; siteId: SiteId; message: Message },
): Promise<void> {
  const credits = (await store.people.get(openid))?.credits ?? {}
  const site = (credits[message.template] ?? 0) > 0 ? await store.sites.get(siteId) : undefined
  const templateId = site?.templates[message.template]
  await notify.tell({
    key,
    openid,
    message,
    ...(templateId ? { templateId } : {}),
    ...(site?.quiet ? { quiet: site.quiet } : {}),
    at: now,
  })
}
