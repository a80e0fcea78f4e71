import type { Laptop } from '../../local/seed/laptop'

export interface Passes {
  readonly ids: Readonly<Record<'sent' | 'opened' | 'confirmed', string>>
  readonly tickets: Readonly<Record<'pass' | 'revoked', string>>
}

/** A family's passes in every state, and the codes that they put on other people's phones. */
export async function givePasses(
  laptop: Laptop,
  guardian: string,
  bookingId: string,
): Promise<Passes> {
  let given = 0
  const give = async (name: string): Promise<string> => {
    given += 1
    const input = { bookingId, name, attempt: `gallery-pass-${given}` }
    return (await laptop.call(guardian, 'givePass', input)).pass.id
  }
  const ready = async (passId: string, openid: string): Promise<string> => {
    const { number } = await laptop.call(openid, 'openPass', { passId })
    await laptop.call(guardian, 'confirmPass', { passId, number })
    return (await laptop.call(openid, 'showPass', { passId })).ticket
  }
  // The demonstration may have given one here already, and there are not more than three.
  const { passes } = await laptop.call(guardian, 'listPasses', { bookingId })
  for (const { id } of passes) await laptop.call(guardian, 'revokePass', { passId: id })
  const old = await give('邻居')
  const revoked = await ready(old, 'newcomer-neighbour')
  await laptop.call(guardian, 'revokePass', { passId: old })
  const confirmed = await give('外婆')
  const pass = await ready(confirmed, 'newcomer-aunt')
  const opened = await give('舅舅')
  await laptop.call('newcomer-uncle', 'openPass', { passId: opened })
  return { ids: { sent: await give('阿姨'), opened, confirmed }, tickets: { pass, revoked } }
}
