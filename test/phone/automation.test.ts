import { openTable, type Table } from './open-table'

type Phone = Awaited<ReturnType<Table['open']>>
type MiniProgram = Phone['mini']
type Page = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>

let table: Table
let phone: Phone
let page: Page
beforeAll(async () => {
  table = await openTable('stack')
  phone = await table.open('mother')
})
afterAll(() => table?.close())
beforeEach(async () => {
  await phone.mini.callWxMethod('reLaunch', { url: '/pages/home/home' })
  page = (await phone.mini.currentPage()) as Page
})

const element = async (selector: string) => {
  const found = await page.$(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found
}

test('the client reads and writes the data of the page and calls its methods', async () => {
  expect(await page.data('items[1].name')).toBe('积木')
  await page.setData({ taps: 41 })
  await page.callMethod('count')
  expect(await page.data('taps')).toBe(42)
  expect(await page.callMethod('add', 2, 3)).toBe(5)
})

test('elements are found by tag, class, id and XPath, and a missing one is null', async () => {
  expect(await page.$$('.row')).toHaveLength(2)
  expect(await (await element('.row:nth-child(3) text')).text()).toBe('积木')
  expect(await page.$('.none')).toBeNull()
  const found = await page.xpath('//view[@id="count"]')
  expect(await found?.text()).toBe('点了 0 次')
})

test('an element tells its tag, place, size, classes, data and colour', async () => {
  const card = await element('#count')
  expect(card.tagName).toBe('view')
  expect(await card.attribute('class')).toBe('card big')
  expect(await card.attribute('data-kind')).toBe('tap')
  expect(await card.style('color')).toBe('rgb(11, 110, 120)')
  expect(await card.offset()).toEqual({ left: 0, top: 0 })
  expect((await card.size()).width).toBe(375)
  expect(await card.outerWxml()).toContain('id="count"')
})

test('a tap reaches the page, through the protocol and through a real mouse', async () => {
  await (await element('#count')).tap()
  expect(await page.data('taps')).toBe(1)
  await phone.tab.mouse.click(180, 110)
  expect(await page.data('taps')).toBe(2)
})

test('a custom component is searched inside itself only', async () => {
  expect(await page.$('.t-button')).toBeNull()
  const button = await element('t-button')
  expect(await button.$('.t-button')).not.toBeNull()
  expect(await page.$$('t-button >>> .t-button')).toHaveLength(1)
})

test('typing into a field sends its input event', async () => {
  const field = (await element('.field')) as unknown as {
    input(text: string): Promise<void>
    value(): Promise<string>
  }
  await field.input('小雨')
  expect(await page.data('typed')).toBe('小雨')
  expect(await field.value()).toBe('小雨')
})

test('element ids are the same in two runs', async () => {
  const idOf = async () => ((await element('#count')) as unknown as { id: string }).id
  await phone.tab.reload()
  page = (await phone.mini.currentPage()) as Page
  const first = await idOf()
  await phone.tab.reload()
  page = (await phone.mini.currentPage()) as Page
  expect(await idOf()).toBe(first)
})

test('wx methods are mocked with a value or a function, and restored', async () => {
  const { mini } = phone
  await mini.mockWxMethod('scanCode', { result: 'ticket' })
  expect(await mini.callWxMethod('scanCode')).toEqual({ result: 'ticket' })
  await mini.mockWxMethod(
    'getStorageSync',
    (key: string, extra: string) => `${key}-${extra}`,
    'mock',
  )
  expect(await mini.callWxMethod('getStorageSync', 'name')).toBe('name-mock')
  await mini.restoreWxMethod('getStorageSync')
  expect(await mini.callWxMethod('getStorageSync', 'name')).toBe('')
})

test('what the app logs, throws and calls back comes as events', async () => {
  const { mini } = phone
  const logged = new Promise((resolve) => mini.on('console', resolve))
  const thrown = new Promise<{ message: string }>((resolve) => mini.on('exception', resolve))
  const called = new Promise((resolve) => void mini.exposeFunction('tellTest', resolve))
  await mini.systemInfo()
  await mini.evaluate(() => {
    console.warn('watch out', { n: 1 })
    ;(globalThis as unknown as { tellTest(text: string): void }).tellTest('hello')
  })
  expect(await logged).toEqual({ type: 'warn', args: ['watch out', { n: 1 }] })
  expect(await called).toBe('hello')
  await (await element('#fall')).tap()
  expect((await thrown).message).toContain('fell over')
  expect(table.log.join()).toContain('pages/home/home.ts')
})

test('a method of the tool that is not here is an error by name', async () => {
  await expect(phone.mini.callWxMethod('startBeaconDiscovery')).rejects.toThrow(
    'wx.startBeaconDiscovery is not built in the local phone',
  )
})
