import type { Page as Tab } from 'playwright-core'
import automator from 'miniprogram-automator'
import { barCodePicture } from '../support/bar-code-picture'
import { openTable, type Table } from './open-table'

let table: Table
let shell: Tab
const complaints: string[] = []
beforeAll(async () => {
  table = await openTable('stack')
  shell = await table.browser.newPage({ viewport: { width: 1440, height: 900 } })
  shell.on('pageerror', (error) => complaints.push(error.message))
  shell.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await shell.goto(table.url)
  for (const name of ['小雨妈妈', '陈老师']) await shell.getByTitle(`${name}的手机`).waitFor()
})
afterAll(() => table?.close())

declare const wx: { cloud: { callFunction(call: object): Promise<unknown> } }

const clientOf = (openid: string) =>
  automator.connect({ wsEndpoint: `${table.url.replace('http', 'ws')}/automator/${openid}` })
const phoneOf = (name: string) => shell.frameLocator(`iframe[title="${name}的手机"]`)

test('a guardian and a carer lie side by side', async () => {
  await phoneOf('小雨妈妈').getByText('点了 0 次').waitFor()
  await phoneOf('陈老师').getByText('点了 0 次').waitFor()
  expect(await shell.locator('.stand').count()).toBe(2)
})

test('the scanner of one phone reads the code that the other one shows', async () => {
  const mother = await clientOf('mother')
  const carer = await clientOf('carer')
  const scanned = carer.callWxMethod('scanCode') as Promise<unknown>
  await shell.getByText('别的手机上还没有二维码').waitFor()
  await mother.callWxMethod('navigateTo', { url: '/pages/deep/deep' })
  await shell.getByText('对准 小雨妈妈 的手机').click()
  expect(await scanned).toMatchObject({ result: 'ticket:小雨', errMsg: 'scanCode:ok' })
  const cancelled = carer.callWxMethod('scanCode').catch((error: Error) => error.message)
  await shell.getByRole('dialog').waitFor()
  await shell.keyboard.press('Escape')
  expect(await cancelled).toBe('scanCode:fail cancel')
  mother.disconnect()
  carer.disconnect()
})

test('the scanner reads the bar code of a book from a photograph, whose pixels are all it has', async () => {
  const carer = await clientOf('carer')
  const scanned = carer.callWxMethod('scanCode', { scanType: ['barCode'] }) as Promise<unknown>
  await shell.getByText('从相册选一张条形码的照片').waitFor()
  const album = shell.getByRole('dialog').locator('input[type=file]')
  await album.setInputFiles({
    name: 'cover.png',
    mimeType: 'image/png',
    buffer: await barCodePicture(shell, '9780399226908'),
  })
  expect(await scanned).toMatchObject({ result: '9780399226908', scanType: 'EAN_13' })
  carer.disconnect()
})

test('a service message drops down and opens its page', async () => {
  const asPerson = (path: string, body: object) =>
    fetch(`${table.url}/cloud/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'mother' },
      body: JSON.stringify(body),
    })
  await asPerson('consent', { templateIds: ['tmpl-1'] })
  const request = {
    touser: 'mother',
    templateId: 'tmpl-1',
    page: 'pages/list/list',
    data: { thing1: { value: '小雨' } },
  }
  await asPerson('call', {
    name: 'echo',
    data: { useCase: 'wechat', api: 'subscribeMessage.send', request },
  })
  await shell.getByRole('alert').click()
  await phoneOf('小雨妈妈').locator('.phone-nav-title', { hasText: '列表' }).waitFor()
  expect(await shell.locator('.message').textContent()).toContain('给 小雨妈妈')
  expect(await shell.locator('.message').textContent()).toContain('预约成功通知')
})

test('a message to somebody whom the switcher does not offer is listed under a name', async () => {
  const asGrandfather = (path: string, body: object) =>
    fetch(`${table.url}/cloud/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': 'grandfather' },
      body: JSON.stringify(body),
    })
  await asGrandfather('consent', { templateIds: ['tmpl-1'] })
  const data = { thing1: { value: '小雨' } }
  const request = { touser: 'grandfather', templateId: 'tmpl-1', page: 'pages/list/list', data }
  await asGrandfather('call', {
    name: 'echo',
    data: { useCase: 'wechat', api: 'subscribeMessage.send', request },
  })
  await shell.locator('.message-to', { hasText: '给 小雨爷爷' }).waitFor()
  expect(await shell.getByText('grandfather').count()).toBe(0)
})

test('the list of calls tells who, how long, and what it cost the database', async () => {
  const mother = await clientOf('mother')
  await mother.evaluate(() =>
    wx.cloud.callFunction({ name: 'echo', data: { useCase: 'count', times: 2 } }),
  )
  const line = shell.locator('.call', { hasText: 'count' })
  await line.waitFor()
  expect(await line.textContent()).toMatch(/小雨妈妈.*[\d.]+ ms\d\d:\d\d:\d\d数据库 2 次/)
  mother.disconnect()
})

test.each([
  ['the shell', () => shell.getByText('＋30 分钟').click(), '09:29'],
  ['anybody', () => table.local('clock', { now: '2026-11-25T14:05:00+08:00' }), '14:05'],
])('when %s sets the clock, both phones and the shell follow', async (_, set, time) => {
  await table.local('clock', { now: '2026-11-25T08:59:00+08:00', running: false })
  await shell.locator('.clock-face', { hasText: '08:59' }).waitFor()
  await set()
  for (const name of ['小雨妈妈', '陈老师']) await phoneOf(name).getByText(time).waitFor()
  await shell.locator('.clock-face', { hasText: time }).waitFor()
  expect(await shell.locator('.clock-face').textContent()).toBe(time)
})

test('a page sent from one phone drops down on the other and opens there', async () => {
  const mother = await clientOf('mother')
  const carer = await clientOf('carer')
  await mother.callWxMethod('reLaunch', { url: '/pages/tools/tools' })
  await phoneOf('小雨妈妈').getByRole('button', { name: '更多' }).click()
  await phoneOf('小雨妈妈').getByText('转发给朋友').click()
  await phoneOf('小雨妈妈').getByLabel('发送给').selectOption('陈老师')
  await mother.native().shareConfirm()
  await shell.getByRole('alert').click()
  await phoneOf('陈老师').locator('.phone-nav-title', { hasText: '列表' }).waitFor()
  expect((await carer.currentPage())?.query).toEqual({ day: '3' })
  expect(await carer.callWxMethod('getEnterOptionsSync')).toMatchObject({ scene: 1007 })
  expect(await shell.locator('.panel', { hasText: '转发' }).textContent()).toContain(
    '小雨妈妈 发给 陈老师来自 menu',
  )
  mother.disconnect()
  carer.disconnect()
})

test('text size and network are switched for one phone, which stays where it is', async () => {
  const stand = shell.locator('.stand').nth(1)
  const carer = await clientOf('carer')
  const size = async () =>
    (await carer.callWxMethod('getAppBaseInfo')) as { fontSizeSetting: number }
  await stand.getByLabel('文字大小').click()
  await stand.getByText('文字 大').waitFor()
  await phoneOf('陈老师').locator('.phone-nav-title', { hasText: '列表' }).waitFor()
  expect((await size()).fontSizeSetting).toBe(20)
  expect((await carer.currentPage())?.query).toEqual({ day: '3' })
  await stand.getByLabel('网络').click()
  expect(await carer.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' })
  await stand.getByLabel('网络').click()
  expect(await carer.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'wifi' })
  carer.disconnect()
})

test('a phone changes hands, also to somebody new', async () => {
  await shell.getByLabel('这部手机是谁的').first().selectOption('+')
  await shell.getByTitle('新朋友 1的手机').waitFor()
  await phoneOf('新朋友 1').getByText('点了 0 次').waitFor()
  expect(await shell.getByTitle('小雨妈妈的手机').count()).toBe(0)
})

test('a third phone is laid down and taken away, by keyboard alone', async () => {
  const add = shell.getByText('再加一部手机')
  await add.focus()
  await shell.keyboard.press('Enter')
  await phoneOf('小雨妈妈').getByText('点了 0 次').waitFor()
  expect(await shell.locator('.stand').count()).toBe(3)
  expect(await add.isVisible()).toBe(false)
  const widest = await shell.evaluate(() => document.documentElement.scrollWidth)
  expect(widest).toBeLessThanOrEqual(1440)
  const focus = () => shell.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await shell.locator('.stand').nth(2).getByLabel('这部手机是谁的').focus()
  const passed = []
  for (let press = 0; press < 3; press++) {
    await shell.keyboard.press('Tab')
    passed.push(await focus())
  }
  expect(passed).toEqual(['重新打开小程序', '收起这部手机', '网络'])
  await shell.getByLabel('收起这部手机').last().press('Enter')
  expect(await shell.locator('.stand').count()).toBe(2)
})

test('on a narrow window one phone is shown', async () => {
  await shell.setViewportSize({ width: 420, height: 900 })
  await shell.locator('.table-tabs').waitFor()
  expect(await shell.locator('.stand:visible').count()).toBe(1)
  await shell.getByRole('button', { name: '陈老师', exact: true }).click()
  await shell.getByTitle('陈老师的手机').waitFor({ state: 'visible' })
  expect(await shell.evaluate(() => document.documentElement.scrollWidth)).toBe(420)
  await shell.setViewportSize({ width: 1440, height: 900 })
})

test('starting again empties the cloud, forgets newcomers and lays the first two phones', async () => {
  shell.once('dialog', (dialog) => void dialog.accept())
  await shell.getByText('重新开始').click()
  await shell.getByTitle('小雨妈妈的手机').waitFor()
  expect(await shell.getByText('新朋友 1').count()).toBe(0)
  await shell.getByText('还没有发出消息').waitFor()
  expect(complaints).toEqual([])
})
