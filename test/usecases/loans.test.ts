import { SITE } from '../../local/seed/site'
import { openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
let other: Family
let bookId: string
let copies: { id: string; code: string }[]
beforeAll(async () => {
  point = await openPoint({ loans: { days: 14, most: 2 } })
  family = await point.family('o-borrower', ['2024-10-20'])
  other = await point.family('o-next', ['2024-09-20'])
  const { book } = await point.call('o-lin', 'saveBook', {
    siteId: SITE,
    attempt: 'loans-book',
    title: '橘猫找家',
    author: '渔邨妈妈故事组',
    illustrator: '',
    publisher: '',
    ages: { fromMonths: 18, toMonths: 36 },
    themes: ['animals'],
    languages: ['mandarin'],
  })
  bookId = book.id
  const adding = { siteId: SITE, bookId, attempt: 'add-six-copies', count: 6 }
  copies = (await point.call('o-lin', 'addCopies', adding)).copies
})
afterEach(() => point.control('faults', { faults: [] }))
afterAll(() => point.close())

const lend = (copy: number, to = family, attempt = `lend-${copy}-${to.openid}`, as = 'o-lin') =>
  point.tryCall(as, 'lendCopy', {
    siteId: SITE,
    copyId: copies[copy]!.id,
    householdId: to.householdId,
    attempt,
  })
/** As the phone does: a busy reply is asked for again. */
const insist = async (...wanted: Parameters<typeof lend>) => {
  for (;;) {
    const reply = await lend(...wanted)
    if (reply.code !== 'busy') return reply
  }
}
const scan = (copy: number) =>
  point.call('o-lin', 'showCopy', { siteId: SITE, code: copies[copy]!.code })
const giveBack = async (copy: number, lost = false) =>
  point.tryCall('o-chen', 'returnCopy', {
    siteId: SITE,
    copyId: copies[copy]!.id,
    loan: (await scan(copy)).loan?.attempt ?? 'not-lent-at-all',
    lost,
  })
const home = async (of = family): Promise<unknown[]> =>
  (await point.call(of.openid, 'showLoans', { householdId: of.householdId })).loans

describe('Copies', () => {
  it('each have a code of their own; a retry adds none', async () => {
    expect(new Set(copies.map(({ code }) => code)).size).toBe(6)
    const again = { siteId: SITE, bookId, attempt: 'add-six-copies', count: 6 }
    expect((await point.call('o-lin', 'addCopies', again)).copies).toEqual(copies)
    const shown = { siteId: SITE, bookId }
    expect(await point.call('o-x', 'showBook', shown)).toMatchObject({ copies: 6, onShelf: 6 })
    expect((await point.call('o-lin', 'listCopies', shown)).copies).toHaveLength(6)
  })

  it('are known by their label; another one is answered', async () => {
    expect(await scan(0)).toMatchObject({ book: { title: '橘猫找家' } })
    expect(
      await point.tryCall('o-lin', 'showCopy', { siteId: SITE, code: '000000' }),
    ).toMatchObject({ code: 'copy_unknown' })
  })
})

describe('Borrowing', () => {
  it('lasts a fortnight, is seen by the family, and ends when the book is back', async () => {
    expect(await lend(0)).toMatchObject({ value: { dueOn: '2026-12-09' } })
    expect(await lend(0)).toMatchObject({ ok: true })
    expect(await home()).toMatchObject([{ book: { title: '橘猫找家' }, dueOn: '2026-12-09' }])
    expect(await scan(0)).toMatchObject({ loan: { childNames: ['孩子0'] } })
    expect(await giveBack(0)).toMatchObject({ value: { returned: true } })
    expect(await giveBack(0)).toMatchObject({ ok: true })
    expect(await home()).toEqual([])
  })

  it('of one copy by ten at once is one loan', async () => {
    const families = [family, other]
    const asked = Array.from({ length: 10 }, (_, n) => insist(1, families[n % 2], `race-${n}-xx`))
    const replies = await Promise.all(asked)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(
      new Set(['copy_lent']),
    )
    expect([...(await home()), ...(await home(other))]).toHaveLength(1)
    await giveBack(1)
    expect(await point.documents('loans')).toEqual([])
  })

  it('of six copies at once by one family is as many as it may have', async () => {
    const replies = await Promise.all(
      [0, 1, 2, 3, 4, 5].map((copy) => insist(copy, family, `six-${copy}-xx`)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await home()).toHaveLength(2)
    // Any two of the six have gone out.
    const onShelf = replies.findIndex(({ ok }) => !ok)
    expect(await lend(onShelf, family, 'one-more')).toMatchObject({
      code: 'loans_full',
      detail: { most: 2 },
    })
    for (const [copy] of copies.entries()) await giveBack(copy)
    expect(await home()).toEqual([])
  })

  it('that died after the family’s place was taken costs the family no place', async () => {
    const fault = { kind: 'drop', action: 'database.modifyDocument', collection: 'copies' }
    await point.control('faults', { faults: [fault] })
    expect(await lend(2, family, 'dies-here')).toMatchObject({ code: 'busy' })
    await point.control('faults', { faults: [] })
    await point.at('2026-11-25', '10:02')
    expect(await lend(3)).toMatchObject({ ok: true })
    expect(await lend(4)).toMatchObject({ ok: true })
    expect(await home()).toHaveLength(2)
    await giveBack(3)
    await giveBack(4)
  })

  it('is for staff to write down, and each family sees its own', async () => {
    expect(await lend(0, family, 'forged-1', family.openid)).toMatchObject({ code: 'forbidden' })
    expect(await lend(0, family, 'forged-2', 'o-community')).toMatchObject({ code: 'forbidden' })
    const forged = { householdId: family.householdId }
    expect(await point.tryCall(other.openid, 'showLoans', forged)).toMatchObject({
      code: 'not_found',
    })
  })

  it('is told the evening before it is due, once, and listed when it is late', async () => {
    await lend(0)
    await lend(1)
    await point.at('2026-12-08', '19:30')
    await point.control('timers/scheduled')
    await point.control('timers/scheduled')
    const { messages } = await point.call(family.openid, 'listMessages', {})
    const told = messages.filter(({ page }: { page: string }) => page.includes('loan-list'))
    expect(told).toHaveLength(1)
    expect(told[0].data).toMatchObject({ thing2: '《橘猫找家》等 2 本' })
    await point.at('2026-12-10', '10:00')
    const { loans } = await point.call('o-lin', 'listLoans', { siteId: SITE })
    expect(loans).toMatchObject([
      { dueOn: '2026-12-09', childNames: ['孩子0'], guardians: [{ name: '小雨妈妈' }] },
      { dueOn: '2026-12-09' },
    ])
  })

  it('is kept once more from the family’s own page, by one of two taps, and told anew', async () => {
    await giveBack(0)
    await lend(0, family, 'to-be-renewed')
    const [, mine] = (await home()) as any[]
    const renew = (attempt: string, as = family, more: object = {}) =>
      point.tryCall(as.openid, 'renewLoan', {
        householdId: as.householdId,
        copyId: copies[0]!.id,
        loan: mine.attempt,
        attempt,
        ...more,
      })
    expect(await renew('not-its-book', other)).toMatchObject({ code: 'not_found' })
    expect(mine).toMatchObject({ dueOn: '2026-12-24', renewed: false })
    const taps = await Promise.all([renew('tap-of-one'), renew('tap-of-two')])
    expect(taps.filter(({ ok }) => ok)).toMatchObject([{ value: { dueOn: '2027-01-07' } }])
    expect(taps.filter(({ ok }) => !ok)).toMatchObject([{ code: 'loan_renewed' }])
    // The same tap, asked again after a lost reply, is the same renewal.
    const won = taps[0].ok ? 'tap-of-one' : 'tap-of-two'
    expect(await renew(won)).toMatchObject({ value: { dueOn: '2027-01-07' } })
    expect(await home()).toMatchObject([{ renewed: false }, { dueOn: '2027-01-07', renewed: true }])
    const [late] = (await home()) as any[]
    expect(
      await renew('late-by-a-day', family, { copyId: late.copyId, loan: late.attempt }),
    ).toMatchObject({ code: 'loan_late', detail: { dueOn: '2026-12-09' } })
  })

  it('of a lost book frees the family’s place; found again, it is a copy like the others', async () => {
    expect(await giveBack(0, true)).toMatchObject({ value: { returned: false } })
    const shown = { siteId: SITE, bookId }
    expect(await point.call('o-x', 'showBook', shown)).toMatchObject({ copies: 5 })
    expect((await scan(0)).copy.gone).toEqual({ on: '2026-12-10', why: 'lost' })
    expect(await lend(0, other, 'found-again')).toMatchObject({ ok: true })
    expect((await scan(0)).copy).not.toHaveProperty('gone')
    await giveBack(0)
  })

  it('goes with the family: its book is out with nobody', async () => {
    const { loans } = await point.call(family.openid, 'exportMyData', {})
    expect(loans).toMatchObject([{ title: '橘猫找家' }])
    await point.call(family.openid, 'eraseMe', {})
    expect(await scan(1)).toMatchObject({ copy: { gone: { why: 'unnamed' } } })
    expect(await scan(1)).not.toHaveProperty('loan')
    const left = JSON.stringify([await point.documents('copies'), await point.documents('loans')])
    expect(left).not.toContain(family.householdId)
  })
})
