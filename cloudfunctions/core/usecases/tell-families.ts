import type { Household } from '../../../miniprogram/domain/household'
import type { Message } from '../../../miniprogram/domain/message'
import type { Reach } from '../../../miniprogram/domain/reach'
import type { Context } from '../kernel/context'

/** How many families are told at the same time. */
const AT_ONCE = 8

interface Told {
  /** The same key reaches a guardian once. */
  readonly key: string
  readonly message: Message
  readonly templateId: string | undefined
}

/**
 * One message to each of these families: into every guardian's inbox, and through WeChat where one allowed it.
 * @returns the families whom WeChat did not reach and who want a call.
 */
export async function tellFamilies(
  context: Context,
  told: Told,
  { byMessage, byCall }: Pick<Reach, 'byMessage' | 'byCall'>,
): Promise<Household[]> {
  const households = [...byMessage, ...byCall]
  const missed: Household[] = []
  for (let at = 0; at < households.length; at += AT_ONCE) {
    const some = households.slice(at, at + AT_ONCE)
    const got = await Promise.all(
      some.map((household) => tellFamily(context, household, told, byMessage.includes(household))),
    )
    missed.push(...some.filter((_, index) => !got[index]))
  }
  return missed
}

/** Whether WeChat took the message for one of the guardians at least. */
async function tellFamily(
  { notify, now, hash }: Context,
  { guardians }: Household,
  { key, message, templateId }: Told,
  byMessage: boolean,
): Promise<boolean> {
  const outcomes = await Promise.all(
    guardians.map(({ openid }) =>
      notify.tell({
        key: `${key}_${hash(openid)}`,
        openid,
        message,
        ...(byMessage && templateId ? { templateId } : {}),
        at: now,
      }),
    ),
  )
  return outcomes.includes('sent')
}
