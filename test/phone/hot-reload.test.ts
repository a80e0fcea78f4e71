import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { pageData } from '../support/page-data'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let dir: string
let phone: ServedPhone
let browser: Browser
let page: Page
let complaints: string[]

const save = (file: string, from: string, to: string) => {
  const path = join(dir, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}
const counted = (times: number) => page.getByText(`点了 ${times} 次`)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'phone-hot-'))
  cpSync(join(__dirname, 'app'), dir, { recursive: true })
  for (const name of ['package.json', 'node_modules'])
    symlinkSync(join(__dirname, '../..', name), join(dir, name))
  phone = await servePhone(dir, true)
  browser = await openChromium()
  ;({ page, complaints } = await openTelephone(browser, `${phone.url}/phone/`))
  await counted(0).tap()
  await counted(1).tap()
  await counted(2).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await phone?.close()
  rmSync(dir, { recursive: true, force: true })
})

test('a saved template shows at once, and the page keeps what it holds', async () => {
  save('pages/first/first.wxml', '点了 {{taps}} 次', '点了 {{taps}} 次了')
  await page.getByText('点了 2 次了').tap()
  await page.getByText('点了 3 次了').waitFor()
  expect(await data('order')).toBe('load: show ready')
})

test('a saved sheet shows at once', async () => {
  save('pages/first/first.wxss', '40rpx', '60rpx')
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('.title') as Element).fontSize === '30px',
  )
  expect(await data('taps')).toBe(3)
})

test('a saved script of a page opens the pages anew, with what they held, in the same document', async () => {
  await page.evaluate(`window.sameDocument = true; document.querySelector('wx-page').id = 'old'`)
  save('pages/first/first.ts', 'this.data.taps + 1', 'this.data.taps + 10')
  await page.locator('wx-page:not(#old)').waitFor()
  await page.getByText('点了 3 次了').tap()
  await page.getByText('点了 13 次了').waitFor()
  expect(await data('taps')).toBe(13)
  expect(await page.evaluate('window.sameDocument')).toBe(true)
})

test('a saved script that others share starts the app anew, on the same pages', async () => {
  save('app.ts', "'launched'", "'launched again'")
  await page.waitForFunction('!window.sameDocument')
  await page.getByText('点了 13 次了').waitFor()
  expect(await data('taps')).toBe(13)
})

test('changed first data shows, as the page has not written it', async () => {
  save('pages/first/first.ts', "order: ''", "order: '', day: '周四'")
  save('pages/first/first.wxml', '次了', '次了 {{day}}')
  await page.getByText('点了 13 次了 周四').waitFor()
  expect(await data('taps')).toBe(13)
})

test('the pages below are there too', async () => {
  await page.evaluate(`document.querySelector('wx-page').id = 'old'`)
  await page.getByText('普通', { exact: true }).tap()
  await page.getByText('小雨，你好').waitFor()
  save('pages/plain/plain.js', '小雨', '安安')
  await page.getByText('安安，你好').waitFor()
  await page.getByRole('button', { name: '返回' }).tap()
  await page.getByText('点了 13 次了').waitFor()
  expect(await data('taps')).toBe(13)
})

test('nothing was complained of', () => {
  expect([...complaints, ...phone.lines]).toEqual([])
})

function data(name: string) {
  return pageData(page, name)
}
