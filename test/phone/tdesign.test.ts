import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { pageData } from '../support/page-data'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let phone: ServedPhone
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  phone = await servePhone(join(__dirname, 'app'))
  browser = await openChromium()
  ;({ page, complaints } = await openTelephone(
    browser,
    `${phone.url}/phone/?page=pages/gallery/gallery`,
  ))
  await page.getByText('没有预约').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await phone?.close()
})

const data = (name: string) => pageData(page, name)
const cell = (title: string) => page.getByText(title, { exact: true }).first()
const shown = (words: string) => page.getByText(words).and(page.locator(':visible')).first()

test('a dialog asks and hears the answer', async () => {
  await cell('弹窗').tap()
  await page.getByText('位置会让给别人').waitFor()
  await page.getByText('再想想').tap()
  await page.getByText('位置会让给别人').waitFor({ state: 'hidden' })
  expect(await data('answer')).toBe('kept')
})

test('a popup rises and closes by its overlay', async () => {
  await cell('浮层').tap()
  await page.getByText('浮层里的话').waitFor()
  expect(await data('popup')).toBe(true)
  await page.touchscreen.tap(180, 300)
  await page.getByText('浮层里的话').waitFor({ state: 'hidden' })
  expect(await data('popup')).toBe(false)
})

test('a picker chooses', async () => {
  await cell('选择').tap()
  await page.getByText('香港').tap()
  await shown('确认').tap()
  await shown('香港').waitFor()
  expect(await data('city')).toBe('香港')
})

test('a calendar opens on its month and gives the day', async () => {
  await cell('日历').tap()
  await page.getByText('2026 年 3 月').or(page.getByText('2026年3月')).first().waitFor()
  await shown('确认').tap()
  await page.getByText('2026 年 3 月').first().waitFor({ state: 'hidden' })
  expect(await data('day')).toBe('5')
})

test('a toast and a message appear', async () => {
  await cell('提示').tap()
  await shown('好了').waitFor()
  await cell('消息').tap()
  await shown('已经预约').waitFor()
  expect(await page.getByText('已经预约').count()).toBe(1)
})

test('tabs, switches, boxes and steppers change', async () => {
  await cell('明天').tap()
  await page.getByText('明天的内容').waitFor()
  await cell('同意').tap()
  await cell('亲子').tap()
  await cell('科学').tap()
  await page.locator('[class*="t-stepper__plus"]').first().tap()
  await page.locator('[class*="t-switch__body"]').first().tap()
  const now = await Promise.all(['tab', 'checked', 'kind', 'kinds', 'count', 'on'].map(data))
  expect(now).toEqual(['tomorrow', true, 'b', ['x', 'y'], 3, false])
})

test('what is typed reaches the page', async () => {
  await page.getByPlaceholder('孩子的名字').or(page.getByLabel('孩子的名字')).first().fill('小雨')
  expect(await data('name')).toBe('小雨')
})

test('icons are drawings of the phone itself, not a font of the network', async () => {
  const icon = page.locator('[class*="t-icon-chevron-right"]').first()
  const mask = await icon.evaluate((element) => getComputedStyle(element, '::before').maskImage)
  expect(mask).toContain('/phone/icons/chevron-right.svg')
})

test('nothing was complained of and nothing left the laptop', () => {
  expect([...complaints, ...phone.lines]).toEqual([])
})
