import { openTable, type Table } from './open-table'

type Phone = Awaited<ReturnType<Table['open']>>
type Page = NonNullable<Awaited<ReturnType<Phone['mini']['currentPage']>>>
type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

let table: Table
let phone: Phone
let page: Page
beforeAll(async () => {
  table = await openTable('stack')
  phone = await table.open('mother', '/pages/tools/tools')
})
afterAll(() => table?.close())
beforeEach(async () => {
  await phone.mini.callWxMethod('reLaunch', { url: '/pages/tools/tools' })
  page = (await phone.mini.currentPage()) as Page
  await page.setData({ heard: [] })
})

/** An element with the methods that the client gives to its kind. */
const element = async <T = object>(selector: string) => {
  const found = await page.$(selector)
  if (!found) throw new Error(`nothing matches ${selector}`)
  return found as Element & T
}
const heard = () => page.data('heard') as Promise<string[]>
/** Until the page has heard this; some elements tell after their animation. */
const hears = async (line: string) => {
  await page.waitFor(async () => (await heard()).includes(line))
  return heard()
}

describe('What a person does to an element, the client does', () => {
  it('swipes a swiper to an item', async () => {
    await (await element<{ swipeTo(index: number): Promise<void> }>('#swiper')).swipeTo(2)
    expect(await hears('change 2')).toEqual(['change 2'])
    expect(await (await element('#swiper')).property('current')).toBe(2)
  })

  it('slides a slider', async () => {
    const slider = await element<{ slideTo(value: number): Promise<void> }>('#slider')
    await slider.slideTo(70)
    expect(await heard()).toEqual(['change 70'])
    expect(await slider.value()).toBe(70)
  })

  it('moves a movable view', async () => {
    const movable = await element<{ moveTo(x: number, y: number): Promise<void> }>('#movable')
    await movable.moveTo(40, 20)
    expect(await hears('change 40,20')).toContain('change 40,20')
    expect([await movable.property('x'), await movable.property('y')]).toEqual([40, 20])
  })

  it('turns a switch', async () => {
    await (await element('#switch')).tap()
    expect(await heard()).toEqual(['change true'])
  })

  it('scrolls a scroll-view', async () => {
    const box = await element<{
      scrollTo(x: number, y: number): Promise<void>
      scrollHeight(): Promise<number>
      scrollWidth(): Promise<number>
    }>('#scroll')
    await box.scrollTo(0, 90)
    expect([await box.property('scrollTop'), await box.property('scrollLeft')]).toEqual([90, 0])
    expect(await box.scrollHeight()).toBe(400)
    expect(await box.scrollWidth()).toBe(375)
  })

  it('writes into a textarea', async () => {
    await (await element<{ input(text: string): Promise<void> }>('#note')).input('睡得很好')
    expect(await heard()).toEqual(['input 睡得很好'])
  })

  it('touches, presses long, and sends any event', async () => {
    const row = await element('#touch')
    await row.longpress()
    expect(await hears('longpress 1')).toEqual(['touchstart 1', 'longpress 1', 'touchend 0'])
    await page.setData({ heard: [] })
    await row.touchstart({ touches: [{ clientX: 1, clientY: 1 }] })
    await row.touchmove({ touches: [{ clientX: 90, clientY: 1 }] })
    await row.touchend()
    await row.trigger('weather', { value: '晴' })
    await row.dispatchEvent({ eventName: 'tap' })
    expect(await heard()).toEqual([
      'touchstart 1',
      'touchmove 1',
      'touchend 0',
      'weather 晴',
      'touchstart 1',
      'touchend 0',
      'tap 0',
    ])
  })

  it('reads and writes the data of a component and calls its methods', async () => {
    const stepper = await element<{
      setData(data: object): Promise<void>
      data(path: string): Promise<unknown>
      callMethod(name: string, ...args: unknown[]): Promise<unknown>
    }>('#stepper')
    await stepper.setData({ currentValue: 5 })
    expect(await stepper.data('currentValue')).toBe(5)
    expect(await stepper.callMethod('isDisabled', 'plus')).toBe(false)
  })
})

describe('What the client asks of a page', () => {
  it('its size, its scroll position and its words as WXML', async () => {
    expect((await page.size()).width).toBe(375)
    expect(await page.scrollTop()).toBe(0)
    expect(await (await element('#ask')).wxml()).toContain('问一问')
    expect(await (await element('#ask')).outerWxml()).toMatch(/^<button id="ask"/)
    expect(await (await element('#touch')).attribute('data-kind')).toBe('row')
    expect(await (await element('#touch')).style('padding-top')).toBe('12px')
    expect((await (await element('#movable')).size()).width).toBe(40)
    expect(await (await page.xpath('//button[@id="ask"]'))?.text()).toBe('问一问')
    expect(await page.getElementsByXpath('//button')).toHaveLength(2)
  })

  it('gives each element the same id in two runs, whatever was asked before', async () => {
    const ids = async () => {
      const { tab, mini } = await table.open('carer', '/pages/tools/tools')
      const opened = await mini.currentPage()
      const asked = [...((await opened?.$$('button')) ?? []), await opened?.$('#stepper')]
      mini.disconnect()
      await tab.close()
      return asked.map((each) => (each as unknown as { id: string }).id)
    }
    const first = await ids()
    expect(await ids()).toEqual(first)
    expect(new Set(first).size).toBe(3)
  })

  it('a screenshot: the PNG that the browser shows', async () => {
    const png = Buffer.from(String(await phone.mini.screenshot()), 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Width and height stand at these places of a PNG's header.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([375, 812])
  })
})

describe('Tool', () => {
  it('has tickets and accounts, and says of the rest that it needs DevTools', async () => {
    await phone.mini.setTicket('t-1')
    expect(await phone.mini.getTicket()).toEqual({ ticket: 't-1' })
    await phone.mini.refreshTicket()
    expect(await phone.mini.testAccounts()).toEqual([])
    await phone.mini.checkVersion()
    await expect(phone.mini.remote()).rejects.toThrow('remote debugging needs WeChat DevTools')
    await expect(phone.mini.stopAudits()).rejects.toThrow('an audit needs WeChat DevTools')
    await expect(phone.mini.callPluginWxMethod('p', 'login')).rejects.toThrow('plugins are not')
    await expect(phone.mini.native().closePaymentDialog()).rejects.toThrow('closePaymentDialog')
  })

  it('presses the buttons that WeChat draws', async () => {
    const native = phone.mini.native()
    await native.goHome()
    await page.waitFor(async () => (await phone.mini.currentPage())?.path === 'pages/home/home')
    await native.switchTab({ url: '/pages/mine/mine' })
    await page.waitFor(async () => (await phone.mini.currentPage())?.path === 'pages/mine/mine')
    await phone.mini.callWxMethod('navigateTo', { url: '/pages/tools/tools' })
    page = (await phone.mini.currentPage()) as Page
    const asked = (await element('#ask')).tap()
    await phone.tab.locator('.phone-modal').waitFor()
    await native.confirmModal()
    await asked
    await page.waitFor(async () => (await page.data('answer')) === '取消了')
    await native.navigateLeft()
    await page.waitFor(async () => (await phone.mini.currentPage())?.path === 'pages/mine/mine')
    expect((await phone.mini.pageStack()).map(({ path }) => path)).toEqual(['pages/mine/mine'])
  })
})

test('a mouse answers at once the dialog that a tap through the client has opened', async () => {
  for (const answer of ['取消了', '没取消', '取消了']) {
    await (await element('#ask')).tap()
    await phone.tab.getByRole('button', { name: answer === '取消了' ? '确定' : '取消' }).click()
    expect(await phone.tab.locator('.phone-modal').count()).toBe(0)
    expect(await page.data('answer')).toBe(answer)
  }
})
