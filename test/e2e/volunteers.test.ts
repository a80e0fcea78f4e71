import { readFileSync } from 'node:fs'
import { laptopAt, type Laptop } from '../../local/seed/laptop'
import { WEDNESDAY, openToday } from '../../local/seed/seed'
import { addDays, type LocalDate } from '../../miniprogram/domain/time'
import { pictureSize } from '../support/picture-size'
import { until, type Hand } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

const MOTHER = 'o-ling'
const DESK = 'o-community'
const HOME = '/packages/volunteers/volunteer-home/volunteer-home'
let table: Table
let people: Laptop
let mother: Hand
let desk: Hand
let today: LocalDate
beforeAll(async () => {
  table = await layTable(MOTHER, DESK)
  people = laptopAt(table.laptop.url)
  mother = table.guardian
  desk = table.carer
  today = openToday(WEDNESDAY) as LocalDate
})
afterAll(() => table?.close())

describe('A mother of the team', () => {
  it('signs up for a story that nobody leads yet, and families read her name', async () => {
    await mother.open(HOME)
    await mother.tapSaying('我来带，月亮睡了吗', '.take')
    await mother.answer('authorizeAllow')
    await mother.reads('报上名了')
    await mother.reads('月亮睡了吗')
    await mother.reads('我带领')
    const { sessions } = await people.call('o-xiaoyu', 'showProgramme', { siteId: 'yucun' })
    expect(sessions).toContainEqual(
      expect.objectContaining({
        date: addDays(today, 1),
        title: '月亮睡了吗',
        leader: { name: '阿玲', role: 'mother' },
      }),
    )
  })

  it('has her time confirmed by the community after it', async () => {
    await table.at(addDays(today, 1), '17:00')
    await desk.open('/packages/volunteers/crew-list/crew-list?tab=hours')
    await desk.tapSaying('阿玲', '.line')
    await desk.reads('服务了多久')
    await desk.tap('#confirm')
    await desk.reads('✓ 0.5 小时')
    const { volunteers } = await people.call(DESK, 'listVolunteers', { siteId: 'yucun' })
    expect(volunteers).toContainEqual(expect.objectContaining({ name: '阿玲', minutes: 30 }))
  })

  it('finds it in her year, with the certificate', async () => {
    await mother.open(HOME)
    await mother.reads('0.5 小时')
    await mother.tap('.way')
    const year = await mother.at('packages/volunteers/service-show/service-show')
    await mother.reads('0.5 小时')
    await mother.reads('月亮睡了吗')
    expect(await until('the drawing', () => year.data('picture'))).toEqual(expect.any(String))
  })

  it('keeps the certificate in her album, and shows it to a friend', async () => {
    const phone = table.phoneOf(MOTHER)
    await mother.tapSaying('存到相册', '.foot', 't-button')
    await phone.getByRole('button', { name: '同意', exact: true }).click()
    const [download] = await Promise.all([
      table.page.waitForEvent('download'),
      mother.answer('authorizeAllow'),
    ])
    expect(pictureSize(readFileSync(await download.path()))).toEqual([990, 700])
    await mother.reads('已经存到相册', '.kept')
    await mother.tapSaying('发给朋友', '.foot', 't-button')
    await phone.locator('.phone-card').getByText('阿玲的志愿服务证书').waitFor()
    expect(
      await phone
        .locator('.phone-card img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBe(990)
    await mother.answer('shareCancel')
  })

  it('left nothing on the console', () => expect(table.complaints).toEqual([]))
})
