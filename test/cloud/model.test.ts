import fc from 'fast-check'
import { Model } from './model'
import { codeOf, startCloud, type TestCloud } from './start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

type Transaction = Awaited<ReturnType<TestCloud['db']['startTransaction']>>
const LANES = ['plain', 't1', 't2', 't3'] as const
const LOOKS = new Set(['get', 'find'])
const step = fc.record({
  lane: fc.constantFrom(...LANES),
  what: fc.constantFrom('get', 'find', 'set', 'set', 'inc', 'remove', 'commit', 'abort'),
  id: fc.constantFrom('a', 'b', 'c'),
  n: fc.integer({ min: 0, max: 3 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What the cloud answers to a step: a number read or changed, or the code of the refusal. */
async function played(s: Step, open: Map<string, Transaction>): Promise<unknown> {
  const { db } = cloud
  if (s.lane !== 'plain' && !open.has(s.lane)) open.set(s.lane, await db.startTransaction())
  const from = open.get(s.lane) ?? db
  const doc = from.collection('things').doc(s.id)
  if (s.what === 'get') {
    const { data } = (await doc.get()) as { data: unknown }
    const found = (Array.isArray(data) ? data[0] : data) as { n: number } | null | undefined
    return found?.n
  }
  if (s.what === 'find') {
    const { data } = await from.collection('things').where({ n: s.n }).get()
    return data.map((found: { _id: string }) => found._id).sort()
  }
  if (s.what === 'set') return codeOf(doc.set({ n: s.n }))
  if (s.what === 'inc') return codeOf(doc.update({ n: db.command.inc(1) }))
  if (s.what === 'remove') return codeOf(doc.remove())
  const transaction = open.get(s.lane)
  open.delete(s.lane)
  return codeOf(s.what === 'commit' ? transaction!.commit() : transaction!.rollback())
}

test('random transactions and plain changes answer as a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      await cloud.post('/__local/reset')
      const model = new Model()
      const open = new Map<string, Transaction>()
      for (const s of steps) {
        // A plain change of a locked document would wait for a transaction that this test itself has to end.
        if (s.lane === 'plain' && (s.what === 'commit' || s.what === 'abort')) continue
        if (s.lane === 'plain' && !LOOKS.has(s.what) && model.locked(s.id)) continue
        const wanted = model.play(s)
        expect([s, await played(s, open)]).toEqual([s, wanted])
        if (wanted === 'DATABASE_TRANSACTION_CONFLICT') open.delete(s.lane)
      }
      for (const transaction of open.values()) await transaction.rollback()
      const { data } = await cloud.db.collection('things').get()
      const stored = new Map((data as { _id: string; n: number }[]).map((d) => [d._id, d.n]))
      expect(stored).toEqual(model.docs)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('transfers and conditional changes all at once keep every sum', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 5, maxLength: 12 }),
      async (pairs) => {
        await cloud.post('/__local/reset')
        const _ = cloud.db.command
        const things = cloud.db.collection('things')
        await things.add([0, 1, 2].map((n) => ({ _id: `d${n}`, n: 10, taken: 0 })))
        const move = ([from, to]: [number, number]): Promise<string> =>
          codeOf(
            cloud.db.runTransaction(async (t: TestCloud['db']) => {
              await t
                .collection('things')
                .doc(`d${from}`)
                .update({ n: _.inc(-1) })
              await t
                .collection('things')
                .doc(`d${to}`)
                .update({ n: _.inc(1) })
            }),
          )
        const take = async (): Promise<number> =>
          (await things.where({ _id: 'd0', taken: _.lt(4) }).update({ taken: _.inc(1) })).updated!
        const [codes, taken] = await Promise.all([
          Promise.all(pairs.map(move)),
          Promise.all(pairs.map(take)),
        ])
        const { data } = await things.orderBy('_id', 'asc').get()
        const wanted = [10, 10, 10]
        pairs.forEach(([from, to], i) => {
          if (codes[i] !== 'none') return
          wanted[from]!--
          wanted[to]!++
        })
        expect(data.map((d: { n: number }) => d.n)).toEqual(wanted)
        const got = taken.reduce((sum, n) => sum + n, 0)
        expect([got, data[0]!.taken]).toEqual([Math.min(4, pairs.length), got])
      },
    ),
    { numRuns: 8 },
  )
}, 60_000)
