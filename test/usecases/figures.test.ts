import { strFromU8, unzipSync } from 'fflate'
import { SITE } from '../../local/seed/site'
import { TODAY, TOMORROW, openPoint, type Family, type Point } from '../support/open-point'

let point: Point
let family: Family
beforeAll(async () => {
  point = await openPoint()
  family = await point.family('o-one', ['2024-10-20'])
})
afterAll(() => point.close())

const ask = (openid: string, useCase: 'showFigures' | 'makeReport', month = '2026-11') =>
  point.tryCall(openid, useCase, { siteId: SITE, month })
const tick = async () => (await point.control('timers/scheduled')).result.done.rollFigures

describe('Figures of a month', () => {
  it('without data are a clear answer', async () => {
    for (const useCase of ['showFigures', 'makeReport'] as const)
      expect(await ask('o-community', useCase)).toMatchObject({
        code: 'no_figures',
        detail: { month: '2026-11' },
      })
  })

  it('are rolled up the night after, once', async () => {
    const { value } = await point.book(family, { date: TODAY, from: '14:00', to: '16:00' })
    await point.at(TODAY, '14:00')
    const { ticket } = await point.call(family.openid, 'showBooking', {
      bookingId: value.bookings[0].id,
    })
    await point.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act: 'in' })
    await point.at(TODAY, '15:55')
    await point.call('o-chen', 'scanTicket', { siteId: SITE, ticket, act: 'out' })
    await point.control('timers/scheduled')
    await point.at(TOMORROW, '00:29')
    expect(await tick()).toBe(0)
    await point.at(TOMORROW, '00:31')
    expect(await tick()).toBe(1)
    const first = await point.documents('figures')
    expect(first).toMatchObject([
      { month: '2026-11', bills: { visits: 1, households: 1 }, days: { [TODAY]: { waited: 0 } } },
    ])
    expect(first[0].days[TODAY].slots['1400']).toMatchObject({ used: 1 })
    expect(first[0].days[TODAY].slots['1600']).toMatchObject({ used: 0 })
    expect(await tick()).toBe(0)
    expect(await point.documents('figures')).toEqual(first)
  })

  it('name nobody, and show no count of one', async () => {
    const { report } = (await ask('o-community', 'showFigures')).value
    expect(report).toMatchObject({ visits: 'few', households: 'few', openDays: 1 })
    expect(report).not.toHaveProperty('money')
    expect(report.heat).toHaveLength(1)
    expect(JSON.stringify(report)).not.toContain(family.householdId)
  })

  it('take one read beside the caller’s own', async () => {
    const reads = async () => {
      const { requests } = (await (await fetch(`${point.url}/__local/requests`)).json()) as {
        requests: { useCase: string; count: number }[]
      }
      return requests.filter((each) => each.useCase === 'showFigures').map(({ count }) => count)
    }
    const [before = 0] = await reads()
    await ask('o-community', 'showFigures')
    expect(await reads()).toEqual([before + 2])
  })

  it('make a workbook that opens', async () => {
    const { name, base64 } = (await ask('o-manager', 'makeReport')).value
    expect(name).toBe('2026-11 小结.xlsx')
    const files = unzipSync(Buffer.from(base64, 'base64'))
    expect(strFromU8(files['xl/workbook.xml'] as Uint8Array)).toContain('name="时段"')
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect(sheet).toContain('<row')
  })

  it('are for the community and the operator', async () => {
    for (const openid of ['o-chen', family.openid])
      expect(await ask(openid, 'showFigures')).toMatchObject({ code: 'forbidden' })
  })
})
