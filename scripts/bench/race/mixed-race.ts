import { Agent } from 'node:http'
import { laptopAt } from '../../../local/seed/laptop'
import { findings, type Asked } from './findings'
import {
  CALLERS,
  DATE,
  NOW,
  bookBothDays,
  bookOne,
  bookSiblings,
  childrenOf,
  tap,
  type Reply,
} from './point'
import { SITE } from '../../../local/seed/site'

/** Of ten callers seven book one child, two book siblings, one books two days. */
const askOf = (n: number, siblingsFen: number): Asked => {
  const kind = n % 10
  if (kind < 7) return { n, what: bookOne(n), children: 1, days: 1 }
  if (kind < 9) return { n, what: bookSiblings(n, siblingsFen), children: 2, days: 1 }
  return { n, what: bookBothDays(n), children: 1, days: 2 }
}

/** One request in twenty goes wrong: refused, dropped before the work, or its answer lost after it. */
const FAULTS = ['busy', 'conflict', 'error', 'drop', 'dropAfter'].map((kind) => ({
  kind,
  rate: 0.01,
}))
const SEED = Number(process.env.SEED ?? 20261126)
const KILLS = 6
const PATIENCE = 60
const PAUSE_MS = 40

/**
 * A thousand callers with siblings and series, one request in twenty failing and the function's process killed now and
 * then. Each caller asks again with the same attempt until it has an answer. Then the timer runs, and the books are read.
 */
export async function mixedRace(url: string): Promise<object> {
  const laptop = laptopAt(url)
  await laptop.control('reset', { snapshot: 'before' })
  const siblings = { siteId: SITE, date: DATE, childIds: childrenOf(1) }
  const span = { from: '09:00', to: '11:00' }
  const { totalFen } = await laptop.call('o-1', 'quoteCare', { ...siblings, span })
  await laptop.control('faults', { faults: FAULTS, seed: SEED })
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
  let waiting = CALLERS
  let retries = 0
  const insist = async (asked: Asked): Promise<Reply | undefined> => {
    let reply: Reply | undefined
    for (let round = 0; round < PATIENCE; round++) {
      reply = await tap(url, agent, asked.n, asked.what)
      if (reply && reply.code !== 'busy' && reply.code !== 'defect') break
      retries++
      await pause(PAUSE_MS * (1 + ((asked.n * 7 + round) % 10)))
    }
    waiting--
    return reply
  }
  const asked = Array.from({ length: CALLERS }, (_, n) => askOf(n, totalFen))
  const killing = killNowAndThen(url, () => waiting > 0)
  const started = performance.now()
  const replies = await Promise.all(asked.map(insist))
  const ms = Math.round(performance.now() - started)
  const kills = await killing
  agent.destroy()
  await laptop.control('faults', { faults: [] })
  // Later than any call can still live, twice: what the first run does the second must not do again.
  for (const minutes of [2, 4]) {
    await laptop.control('clock', { now: NOW + minutes * 60_000, running: false, timers: false })
    await laptop.control('timers/scheduled')
  }
  const found = await findings(url, asked, replies)
  console.log(
    `mixed, 5 % faults, ${kills} kills, ${retries} asked again: ${found.booked} families booked, ` +
      `${found.refused} refused, ${found.unanswered} without an answer; ${found.fullSlots} of 4 half hours hold exactly ` +
      `19; ${found.over} above a limit, ${found.lost} lost, ${found.leaked} leaked, ${found.torn} torn, in ${ms} ms`,
  )
  return { ...found, kills, retries, ms }
}

/** At moments that the seed chooses, as long as callers wait. */
async function killNowAndThen(url: string, goesOn: () => boolean): Promise<number> {
  const laptop = laptopAt(url)
  let state = SEED
  let kills = 0
  while (goesOn() && kills < KILLS) {
    state = (state * 1103515245 + 12345) % 2 ** 31
    await pause(150 + (state % 400))
    if (!goesOn()) break
    const { killed } = await laptop.control('functions/api/kill')
    if (killed) kills++
  }
  return kills
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
