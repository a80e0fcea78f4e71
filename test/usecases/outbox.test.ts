import fc from 'fast-check'
import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let families: Family[]
beforeAll(async () => {
  point = await openPoint()
  families = []
  for (const openid of ['o-an', 'o-bei']) families.push(await point.family(openid, ['2024-10-20']))
})
afterEach(async () => {
  await point.control('faults', { faults: [] })
})
afterAll(() => point.close())

const NOTICE = 'tmpl-notice-0003'
const DESK = 'o-community'
let notices = 0
let reports = 0

const tick = async () => (await point.control('timers/scheduled')).result
const faults = (...kinds: object[]) =>
  point.control('faults', { faults: kinds.map((each) => ({ action: 'wx.api', ...each })) })
const delivered = async (openid: string): Promise<any[]> => {
  const { messages } = await (await fetch(`${point.url}/__local/messages`)).json()
  return messages.filter((each: any) => each.openid === openid && each.templateId === NOTICE)
}
const stored = async (noticeId: string): Promise<any[]> =>
  (await point.documents('messages')).filter((each) => each.noticeId === noticeId)
const creditOf = async (openid: string): Promise<number> =>
  (await point.documents('people')).find(({ _id }) => _id === openid)?.credits.notice ?? 0
const allow = (openid: string) => point.post('/cloud/consent', openid, { templateIds: [NOTICE] })
const report = (openid: string, more: object = {}) =>
  point.call(openid, 'recordConsent', {
    accepted: ['notice'],
    attempt: `report-${String(++reports).padStart(6, '0')}`,
    ...more,
  })
const send = async () => {
  const noticeId = `outbox-${++notices}`
  const reply = await point.tryCall(DESK, 'sendNotice', {
    siteId: SITE,
    noticeId,
    title: `第${notices}条`,
    text: '请看一看',
  })
  return { noticeId, reply }
}
const stateOf = async (noticeId: string, openid: string) =>
  (await stored(noticeId)).find((each) => each.openid === openid)?.state

const [an] = ['o-an']

describe('The wallet', () => {
  it('counts each report once, also a repeated one, and what was refused or taken away', async () => {
    await report(an, { attempt: 'the-same-tap' })
    await report(an, { attempt: 'the-same-tap' })
    expect(await creditOf(an)).toBe(1)
    await report(an, { accepted: [], refused: ['notice'] })
    expect(await creditOf(an)).toBe(1)
    await report(an, { accepted: [], banned: ['notice'] })
    expect(await creditOf(an)).toBe(0)
  })
})

describe('A message that', () => {
  beforeEach(async () => {
    await point.at(TODAY, '10:00')
    await allow(an)
    await report(an)
  })

  it('was clearly turned away is tried again with growing pauses, and its credit is whole', async () => {
    await faults({ kind: 'busy' })
    const { noticeId } = await send()
    expect(await stateOf(noticeId, an)).toBe('failed')
    expect(await creditOf(an)).toBe(1)
    await tick()
    await point.at(TODAY, '10:01')
    await tick()
    await point.at(TODAY, '10:05')
    await tick()
    const [first] = (await stored(noticeId)).filter((each) => each.openid === an)
    expect(first).toMatchObject({ state: 'failed', tries: 2 })
    await faults()
    await point.at(TODAY, '10:06')
    await tick()
    expect(await stateOf(noticeId, an)).toBe('sent')
    expect(await creditOf(an)).toBe(0)
    expect((await delivered(an)).at(-1).data.thing1.value).toBe(`第${notices}条`)
  })

  it('is turned away five times is given up', async () => {
    await faults({ kind: 'busy' })
    const { noticeId } = await send()
    for (const time of ['10:02', '10:10', '10:50', '13:00', '16:00']) {
      await point.at(TODAY, time)
      await tick()
    }
    const [given] = (await stored(noticeId)).filter((each) => each.openid === an)
    expect(given).toMatchObject({ state: 'failed', tries: 5 })
    expect(given.due).toBeUndefined()
    expect(await creditOf(an)).toBe(1)
  })

  it.each([
    ['arrived, its answer lost', 'dropAfter', 1],
    ['was lost on its way', 'drop', 0],
  ])('%s is never sent again', async (_name, kind, arrives) => {
    const before = (await delivered(an)).length
    await faults({ kind })
    const { noticeId } = await send()
    await faults()
    expect(await stateOf(noticeId, an)).toBe('unknown')
    await point.at(TODAY, '18:00')
    await tick()
    await point.at(TOMORROW, '10:00')
    await tick()
    expect(await stateOf(noticeId, an)).toBe('unknown')
    expect(await delivered(an)).toHaveLength(before + arrives)
  })

  it('was on its way when the function died is unknown after ten minutes', async () => {
    const before = (await delivered(an)).length
    await faults({ kind: 'hold' })
    const noticeId = `outbox-${notices + 1}`
    // The call ends with the process.
    const sending = send().catch(() => undefined)
    await point.held()
    await point.control('functions/api/kill')
    await sending
    await faults()
    expect(await stateOf(noticeId, an)).toBe('sending')
    await point.at(TODAY, '10:09')
    await tick()
    expect(await stateOf(noticeId, an)).toBe('sending')
    await point.at(TODAY, '10:11')
    await tick()
    expect(await stateOf(noticeId, an)).toBe('unknown')
    expect(await delivered(an)).toHaveLength(before)
  })

  it('would come too late is not sent any more', async () => {
    await point.at(TODAY, '23:00')
    const { noticeId } = await send()
    expect(await stateOf(noticeId, an)).toBe('waiting')
    await point.at('2026-11-28', '10:00')
    await tick()
    expect(await stateOf(noticeId, an)).toBe('expired')
    expect((await point.call(an, 'listMessages', {})).messages[0]).toMatchObject({
      data: { thing1: `第${notices}条` },
    })
  })
})

describe('Whatever happens', () => {
  const person = fc.constantFrom('o-an', 'o-bei')
  const step = fc.oneof(
    fc.record({ do: fc.constant('allow' as const), who: person }),
    fc.record({ do: fc.constant('claim' as const), who: person }),
    fc.record({ do: fc.constant('refuse' as const), who: person }),
    fc.record({ do: fc.constant('send' as const), again: fc.boolean() }),
    fc.record({
      do: fc.constant('ticks' as const),
      count: fc.integer({ min: 1, max: 3 }),
      dies: fc.boolean(),
    }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 6, 45, 600) }),
    fc.record({
      do: fc.constant('fault' as const),
      kind: fc.constantFrom('busy', 'drop', 'dropAfter', 'none'),
    }),
    fc.record({ do: fc.constant('kill' as const), which: fc.constantFrom('api', 'scheduled') }),
  )

  it('nothing is sent twice, and nothing without a credit', async () => {
    let now = Date.parse('2026-12-01T09:00:00+08:00')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const told: string[] = []
        // What phones have reported since everything began, and what may have left.
        const reported = new Map<string, number>()
        const start = new Map<string, number>()
        const before = new Map<string, number>()
        for (const who of ['o-an', 'o-bei']) {
          start.set(who, await creditOf(who))
          before.set(who, (await delivered(who)).length)
        }
        for (const each of steps) {
          if (each.do === 'allow') await allow(each.who)
          if (each.do === 'allow' || each.do === 'claim') {
            await report(each.who)
            reported.set(each.who, (reported.get(each.who) ?? 0) + 1)
          }
          if (each.do === 'refuse') await report(each.who, { accepted: [], refused: ['notice'] })
          if (each.do === 'send') {
            const sent = [send()]
            if (each.again) {
              const same = { siteId: SITE, noticeId: `outbox-${notices}` }
              sent.push(
                point
                  .tryCall(DESK, 'sendNotice', {
                    ...same,
                    title: `第${notices}条`,
                    text: '请看一看',
                  })
                  .then((reply) => ({ noticeId: same.noticeId, reply })),
              )
            }
            for (const { noticeId } of await Promise.all(sent)) told.push(noticeId)
          }
          if (each.do === 'ticks') {
            const ticks = Array.from({ length: each.count }, () => tick().catch(() => undefined))
            if (each.dies) await point.control('functions/scheduled/kill')
            await Promise.all(ticks)
          }
          if (each.do === 'wait') {
            now += each.minutes * 60_000
            await point.control('clock', { now, running: false })
          }
          if (each.do === 'fault')
            await faults(...(each.kind === 'none' ? [] : [{ kind: each.kind, rate: 0.5 }]))
          if (each.do === 'kill') await point.control(`functions/${each.which}/kill`)
        }
        await faults()
        now += 3 * 60 * 60_000
        await point.control('clock', { now, running: false })
        await Promise.all([tick(), tick()])
        for (const who of ['o-an', 'o-bei']) {
          const got = (await delivered(who))
            .slice(before.get(who))
            .map(({ data }) => data.thing1.value)
          expect(new Set(got).size).toBe(got.length)
          const allowed = (start.get(who) ?? 0) + (reported.get(who) ?? 0)
          const left = await creditOf(who)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(got.length).toBeLessThanOrEqual(allowed)
          expect(got.length + left).toBeLessThanOrEqual(allowed)
          // Whatever WeChat did, the inbox has each of them once.
          for (const noticeId of new Set(told))
            expect(
              (await stored(noticeId)).filter(({ openid }) => openid === who).length,
            ).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 6, seed: 20261128, endOnFailure: true },
    )
  })
})
