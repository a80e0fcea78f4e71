import { openTable, type Table } from './open-table'

type Phone = Awaited<ReturnType<Table['open']>>

let table: Table
let phone: Phone
beforeAll(async () => {
  table = await openTable('stack')
  phone = await table.open('mother')
})
afterAll(() => table?.close())
beforeEach(async () => {
  await phone.mini.callWxMethod('reLaunch', { url: '/pages/home/home' })
})

const call = (name: string, ...args: unknown[]) => phone.mini.callWxMethod(name, ...args)
const reason = (name: string, ...args: unknown[]): Promise<string> =>
  call(name, ...args).then(
    () => 'it went well',
    (error: Error) => error.message,
  )
/** Presses a button that WeChat draws, as a finger does. */
const press = (text: string) => phone.tab.locator('.phone-overlay').getByText(text).last().click()
declare const wx: { cloud: { callFunction(call: object): Promise<{ result: unknown }> } }
const whoAmI = () =>
  phone.mini.evaluate(() =>
    wx.cloud.callFunction({ name: 'echo', data: { useCase: 'slowly' } }).then(
      ({ result }) => result,
      ({ errMsg }: { errMsg: string }) => errMsg,
    ),
  )

test('a function of the cloud knows the person who holds the phone', async () => {
  expect(await whoAmI()).toBe('mother')
})

test('without a network a call fails as in WeChat, and comes back with it', async () => {
  const switchTo = (online: boolean) =>
    phone.tab.evaluate(
      (on) =>
        (window as unknown as { phone: { setOnline(on: boolean): void } }).phone.setOnline(on),
      online,
    )
  await switchTo(false)
  expect(await call('getNetworkType')).toMatchObject({ networkType: 'none' })
  expect(await whoAmI()).toMatch(/^cloud.callFunction:fail request:fail/)
  await switchTo(true)
  expect(await whoAmI()).toBe('mother')
})

test('a subscription is asked in a tap, answered once, and its consent reaches the cloud', async () => {
  const page = await phone.mini.currentPage()
  await page?.callMethod('subscribe')
  expect(await page?.data('answer')).toContain('can only be invoked by user TAP gesture')
  await (await page?.$('#subscribe'))?.tap()
  await phone.tab.getByLabel('tmpl-2').uncheck()
  await press('允许')
  await phone.tab.getByText('"tmpl-1":"accept"').waitFor()
  expect(JSON.parse(String(await page?.data('answer')))).toMatchObject({
    errMsg: 'requestSubscribeMessage:ok',
    'tmpl-1': 'accept',
    'tmpl-2': 'reject',
  })
})

test('storage belongs to the person and keeps to its limits', async () => {
  await call('setStorageSync', 'child', { name: '小雨' })
  expect(await call('getStorageSync', 'child')).toEqual({ name: '小雨' })
  expect(await reason('setStorage', { key: 'big', data: 'x'.repeat(1_100_000) })).toBe(
    'setStorage:fail entry size limit reached',
  )
  expect(await reason('getStorage', { key: 'none' })).toBe('getStorage:fail data not found')
  await call('setStorage', { key: 'day', data: { name: '小雨' }, encrypt: true })
  expect(await call('getStorage', { key: 'day', encrypt: true })).toMatchObject({
    data: { name: '小雨' },
  })
  // Whoever reads the browser's storage reads no name.
  const kept = await phone.tab.evaluate(() => localStorage.getItem('phone:mother:day') ?? '')
  expect(kept.length).toBeGreaterThan(20)
  expect(kept).not.toContain('小雨')
  const other = await table.open('carer')
  expect(await other.mini.callWxMethod('getStorageSync', 'child')).toBe('')
  await other.tab.close()
})

test('a photograph is made smaller, its shape kept; what is none is refused', async () => {
  const [photo, text] = await phone.tab.evaluate(async () => {
    const canvas = new OffscreenCanvas(400, 200)
    canvas.getContext('2d')?.fillRect(0, 0, 400, 200)
    const page = new Blob(['<!doctype html>'], { type: 'image/jpeg' })
    return [URL.createObjectURL(await canvas.convertToBlob()), URL.createObjectURL(page)]
  })
  const { tempFilePath } = (await call('compressImage', {
    src: photo,
    quality: 60,
    compressedWidth: 100,
  })) as { tempFilePath: string }
  expect(await call('getImageInfo', { src: tempFilePath })).toMatchObject({
    width: 100,
    height: 50,
    type: 'jpeg',
  })
  expect(await reason('compressImage', { src: text })).toMatch(/^compressImage:fail/)
})

test('a dialog waits for its button, by hand or through the client', async () => {
  const asked = call('showModal', { title: '取消预约？', content: '不收费' })
  await press('确定')
  expect(await asked).toMatchObject({ confirm: true, cancel: false })
  const again = call('showModal', { title: '取消预约？' })
  await phone.tab.locator('.phone-modal').waitFor()
  await phone.mini.native().cancelModal()
  expect(await again).toMatchObject({ confirm: false, cancel: true })
})

test('an action sheet tells which, or that it was cancelled', async () => {
  const chosen = call('showActionSheet', { itemList: ['妈妈', '奶奶'] })
  await press('奶奶')
  expect(await chosen).toMatchObject({ tapIndex: 1 })
  const cancelled = reason('showActionSheet', { itemList: ['妈妈'] })
  await press('取消')
  expect(await cancelled).toBe('showActionSheet:fail cancel')
})

test('a toast shows and goes', async () => {
  await call('showToast', { title: '已保存', duration: 600 })
  expect(await phone.tab.getByText('已保存').count()).toBe(1)
  await phone.tab.getByText('已保存').waitFor({ state: 'detached' })
})

test('the phone follows the clock of the cloud by itself', async () => {
  const now = () => phone.mini.evaluate(() => new Date().toISOString())
  await table.local('clock', { now: '2026-11-25T08:59:00+08:00', running: false })
  await phone.tab.getByText('08:59').waitFor()
  expect(await now()).toBe('2026-11-25T00:59:00.000Z')
  await table.local('clock', { now: '2026-11-25T17:30:00+08:00', running: true })
  await phone.tab.getByText('17:30').waitFor()
  expect(await now()).toContain('2026-11-25T09:30:')
})

test('the window is lower than the screen by the bars around the page', async () => {
  const info = await call('getWindowInfo')
  expect(info).toMatchObject({ screenHeight: 812, statusBarHeight: 44, windowWidth: 375 })
  expect(info.windowHeight).toBe(
    812 - 88 - (await phone.tab.locator('.phone-tabs').boundingBox())!.height,
  )
})
