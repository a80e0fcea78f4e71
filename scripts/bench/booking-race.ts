import { fork } from 'node:child_process'
import { Agent } from 'node:http'
import { laptopAt } from '../../local/seed/laptop'
import { mixedRace } from './race/mixed-race'
import { CALLERS, PLACES, bookOne, openRacePoint, tap } from './race/point'

const RUNS = Number(process.env.RUNS ?? 3)

/**
 * A thousand guardians tap at once for the same two hours with 19 places. The limit is the same burst of bare
 * conditional updates through the same SDK, against the same cloud, in the same run. Then a thousand again, with
 * siblings and series, while requests fail and the function is killed.
 */
export async function bookingRace(): Promise<object> {
  const point = await openRacePoint()
  try {
    const runs = []
    for (let run = 0; run < RUNS; run++) runs.push(await raceOnce(point.url))
    runs.sort((a, b) => a.ratioToLimit - b.ratioToLimit)
    return { ...runs[Math.floor(RUNS / 2)], mixed: await mixedRace(point.url) }
  } finally {
    await point.close()
  }
}

async function raceOnce(url: string) {
  const laptop = laptopAt(url)
  await laptop.control('reset', { snapshot: 'before' })
  await laptop.call('o-1', 'enterApp', {})
  const limitMs = await bareUpdates(url)

  await laptop.control('requests')
  const started = performance.now()
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS })
  const callers = Array.from({ length: CALLERS }, (_, n) => n)
  const replies = await Promise.all(callers.map((n) => tap(url, agent, n, bookOne(n))))
  const raceMs = performance.now() - started
  agent.destroy()

  const booked = replies.filter((reply) => reply?.ok)
  const refused = replies.filter((reply) => reply?.code === 'session_full')
  const total = await requestsOf(url, ({ useCase }) => useCase === 'bookCare')
  const updates = await requestsOf(
    url,
    ({ useCase, action }) => useCase === 'bookCare' && action === 'database.modifyDocument',
  )
  const alone = await oneByOne(url)
  console.log(
    `${CALLERS} callers, ${PLACES} places: ${booked.length} booked, ${refused.length} refused in ` +
      `${raceMs.toFixed(0)} ms; bare updates ${limitMs.toFixed(0)} ms; ${total} database requests`,
  )
  return {
    booked: booked.length,
    refused: refused.length,
    errors: CALLERS - booked.length - refused.length,
    ...alone,
    ...ofLosers({ total, updates, booked: booked.length, refused: refused.length }, alone),
    ratioToLimit: Number((limitMs / raceMs).toFixed(2)),
    raceMs: Math.round(raceMs),
    limitMs: Math.round(limitMs),
  }
}

interface Alone {
  readonly requestsPerBooking: number
  readonly requestsPerRefusalSeenFull: number
}

/**
 * What a refusal that had lost the race cost: the two reads of everybody, its lost update and the read after it.
 * A lost update is one that was tried and took nothing. Nothing is said where nobody lost.
 */
function ofLosers(
  race: { total: number; updates: number; booked: number; refused: number },
  { requestsPerBooking, requestsPerRefusalSeenFull }: Alone,
): { requestsPerRefusalAfterLosing?: number } {
  const lost = Math.min(race.refused, race.updates - race.booked)
  if (lost <= 0) return {}
  const ofBooked = race.booked * requestsPerBooking
  const ofSeenFull = (race.refused - lost) * requestsPerRefusalSeenFull
  const each = (race.total - ofBooked - ofSeenFull) / lost
  return { requestsPerRefusalAfterLosing: Number(each.toFixed(2)) }
}

async function requestsOf(
  url: string,
  are: (line: { useCase: string; action: string }) => boolean,
): Promise<number> {
  const { requests } = await (await fetch(`${url}/__local/requests`)).json()
  return requests.filter(are).reduce((sum: number, { count }: any) => sum + count, 0)
}

/** A booking and a refusal without any race, each counted alone. */
async function oneByOne(url: string): Promise<Alone> {
  const laptop = laptopAt(url)
  const counted = async (n: number) => {
    await laptop.control('requests')
    await tap(url, new Agent(), n, bookOne(n))
    return requestsOf(url, () => true)
  }
  const requestsPerRefusalSeenFull = await counted(CALLERS - 1)
  await laptop.control('reset', { snapshot: 'before' })
  await laptop.call('o-1', 'enterApp', {})
  await tap(url, new Agent(), 1, bookOne(1))
  return { requestsPerBooking: await counted(2), requestsPerRefusalSeenFull }
}

/** The burst of bare updates runs in a process of its own, as the function does. */
function bareUpdates(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork('scripts/bench/bare-updates.cjs', [String(CALLERS)], {
      env: {
        ...process.env,
        TENCENTCLOUD_RUNENV: 'SCF',
        TENCENTCLOUD_REGION: 'ap-shanghai',
        SCF_NAMESPACE: 'local',
        TENCENTCLOUD_SECRETID: 'bench',
        TENCENTCLOUD_SECRETKEY: 'bench',
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
      },
    })
    child.once('message', (ms) => resolve(Number(ms)))
    child.once('error', reject)
  })
}
