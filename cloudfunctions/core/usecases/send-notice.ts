import { audienceProblems, mayBePlannedFor } from '../../../miniprogram/domain/audience'
import { FaultError, type InvalidField } from '../../../miniprogram/domain/fault'
import type { HouseholdId, NoticeId } from '../../../miniprogram/domain/ids'
import { UNTOLD, type Notice } from '../../../miniprogram/domain/notice'
import { accept, refuse } from '../../../miniprogram/domain/result'
import type { Instant } from '../../../miniprogram/domain/time'
import type { InputOf } from '../contract/api'
import type { Context } from '../kernel/context'
import type { UseCase } from '../kernel/use-case'
import { askedOf, audiencePage } from './audience-page'
import { beginNotice } from './begin-notice'
import { noticeViewOf } from './notice-view'

type Input = InputOf<'sendNotice'>

/** The community's notice: into every inbox of its audience, and through WeChat where a guardian allowed it. */
export const sendNotice: UseCase<'sendNotice', 'staff'> = {
  name: 'sendNotice',
  access: { for: 'staff', roles: ['community', 'operator'] },
  async run(context, input, { openid, person }) {
    const { store, now } = context
    const id = input.noticeId as NoticeId
    const known = await store.notices.get(id)
    if (known && (known.by !== openid || known.siteId !== input.siteId))
      throw new FaultError({ code: 'not_found' })
    // The same tap again, after a lost reply.
    if (known && known.state !== 'draft') return accept({ notice: noticeViewOf(known) })
    refuseWrong(input, now)
    if (!(await hasFamilies(context, input))) return refuse({ code: 'nobody_to_tell' })
    const { siteId, title, text, audience, at } = input
    const notice: Notice = {
      id,
      siteId,
      by: openid,
      byName: person.name,
      title,
      text,
      audience,
      state: at === undefined ? 'going' : 'planned',
      at: at ?? now,
      due: at ?? now,
      ...UNTOLD,
    }
    return accept({ notice: noticeViewOf(await beginNotice(context, notice)) })
  },
}

function refuseWrong({ audience, at }: Input, now: Instant): void {
  const fields: InvalidField[] = audienceProblems(audience).map((field) => ({
    path: `audience.${field}`,
    why: 'wrong',
  }))
  if (at !== undefined && !mayBePlannedFor(at, now)) fields.push({ path: 'at', why: 'wrong' })
  if (fields.length > 0) throw new FaultError({ code: 'invalid_input', fields })
}

/** Looks no further than the first family. */
async function hasFamilies(context: Context, { siteId, audience }: Input): Promise<boolean> {
  const site = await context.store.sites.get(siteId)
  if (!site) throw new FaultError({ code: 'not_found' })
  const asked = await askedOf(context, site, audience)
  let after: HouseholdId | '' | undefined = ''
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof audiencePage>> = await audiencePage(context, asked, after)
    if (page.reach.households > 0) return true
    after = page.next
  }
  return false
}
