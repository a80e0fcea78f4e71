import automator from 'miniprogram-automator'
import { openTable, type Table } from './open-table'

declare const getApp: () => { moves: string[] }

type Phone = Awaited<ReturnType<Table['open']>>

let table: Table
let phone: Phone
beforeAll(async () => {
  table = await openTable('stack')
  phone = await table.open('mother')
})
afterAll(() => table?.close())
beforeEach(async () => {
  await phone.mini.callWxMethod('reLaunch', { url: '/pages/tools/tools?day=4' })
  await moves()
})

const moves = () => phone.mini.evaluate(() => getApp().moves.splice(0)) as Promise<string[]>
const here = async () => {
  const page = await phone.mini.currentPage()
  return `${page?.path} ${JSON.stringify(page?.query)}`
}
const capsule = (name: '更多' | '关闭') =>
  phone.tab.locator('.phone-capsule').getByRole('button', { name })
const remote = (run: (phone: Remote) => unknown) =>
  phone.tab.evaluate(`(${run.toString()})(window.phone)`)
interface Remote {
  open(url: string, way: string): Promise<void>
  setTextScale(scale: number): Promise<void>
}

describe('The capsule', () => {
  it('puts the app away and brings it back to the same page', async () => {
    await capsule('关闭').click()
    expect(await moves()).toEqual(['hide'])
    await phone.tab.getByText('回到小程序').click()
    expect(await moves()).toEqual(['show pages/tools/tools 1089'])
    expect(await here()).toBe('pages/tools/tools {"day":"4"}')
    expect(await phone.mini.callWxMethod('getEnterOptionsSync')).toMatchObject({
      scene: 1089,
      query: { day: '4' },
    })
  })

  it('offers to share only where the page allows it', async () => {
    const offered = async () => {
      await capsule('更多').click()
      const button = phone.tab.locator('.phone-sheet-item').first()
      const able = await button.isEnabled()
      await phone.tab.getByRole('button', { name: '取消' }).click()
      return able
    }
    expect(await offered()).toBe(true)
    await phone.mini.callWxMethod('hideShareMenu')
    expect(await offered()).toBe(false)
    await phone.mini.callWxMethod('showShareMenu')
    expect(await offered()).toBe(true)
    await phone.mini.callWxMethod('reLaunch', { url: '/pages/list/list' })
    expect(await offered()).toBe(false)
  })

  it('starts the app again', async () => {
    await phone.mini.callWxMethod('navigateTo', { url: '/pages/list/list' })
    await capsule('更多').click()
    await Promise.all([
      phone.tab.waitForEvent('load'),
      phone.tab.getByText('重新进入小程序').click(),
    ])
    expect(await here()).toBe('pages/home/home {}')
  })
})

describe('A page is shared', () => {
  it('from the menu, with the card that it gives, or not', async () => {
    await capsule('更多').click()
    await phone.tab.getByText('转发给朋友').click()
    await phone.tab.getByText('来自 menu').waitFor()
    expect(await phone.tab.locator('.phone-card img').getAttribute('src')).toContain('qr.png')
    await phone.mini.native().shareCancel()
    expect(await phone.tab.locator('.phone-card').count()).toBe(0)
  })

  it('by a button, which the page is told; alone, the phone gives an address that opens it', async () => {
    const page = await phone.mini.currentPage()
    await (await page?.$('#share'))?.tap()
    await phone.tab.getByText('来自 button button').waitFor()
    const address = await phone.tab.getByLabel('小程序的地址').inputValue()
    await phone.mini.native().shareCancel()
    const friend = await table.browser.newPage({ viewport: { width: 375, height: 812 } })
    await friend.goto(`${address}&openid=friend`)
    await friend.locator('.phone-nav-title', { hasText: '列表' }).waitFor()
    const wsEndpoint = `${table.url.replace('http', 'ws')}/automator/friend`
    const mini = await automator.connect({ wsEndpoint })
    expect(await mini.evaluate(() => getApp().moves)).toEqual(['show pages/list/list 1007'])
    mini.disconnect()
    await friend.close()
  })

  it('and a phone that gets it opens it in the running app', async () => {
    await remote((it) => it.open('pages/list/list?day=3', 'share'))
    expect(await here()).toBe('pages/list/list {"day":"3"}')
    expect(await moves()).toEqual(['show pages/list/list 1007'])
  })
})

test('a larger text is set outside the app, which hears that the person was away', async () => {
  await remote((it) => it.setTextScale(1.5))
  expect(await moves()).toEqual(['hide', 'show pages/tools/tools 1089'])
  expect(await phone.mini.callWxMethod('getAppBaseInfo')).toMatchObject({ fontSizeSetting: 24 })
  await remote((it) => it.setTextScale(1))
})

test('the app says truly what it can use', async () => {
  const can = (schema: string) => phone.mini.callWxMethod('canIUse', schema)
  for (const schema of [
    'scanCode',
    'scanCode.success.result',
    'cloud.callFunction',
    'button.open-type',
    'scroll-view',
    'slider.show-value',
    'getFileSystemManager',
  ])
    expect([schema, await can(schema)]).toEqual([schema, true])
  for (const schema of ['live-player', 'button.glow', 'cloud.database', 'startBeaconDiscovery'])
    expect([schema, await can(schema)]).toEqual([schema, false])
})
