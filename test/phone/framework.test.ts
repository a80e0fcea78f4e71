import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { callPage, pageData, setPageData } from '../support/page-data'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let phone: ServedPhone
let browser: Browser
let page: Page
let complaints: string[]

const data = (name: string) => pageData(page, name)
const set = (values: Record<string, unknown>) => setPageData(page, values)
const call = (name: string, ...args: unknown[]) => callPage(page, name, ...args)

beforeAll(async () => {
  phone = await servePhone(join(__dirname, 'app'))
  browser = await openChromium()
  ;({ page, complaints } = await openTelephone(
    browser,
    `${phone.url}/phone/?page=pages/framework/framework%3Ffrom=test`,
  ))
  await page.getByText('平常的 乙').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await phone?.close()
})

test('a component can be a page: its onLoad gets the query', async () => {
  expect(await data('query')).toBe('test')
  expect(await data('pageId')).toMatch(/^pageId:\d+$/)
})

test('related components find each other, also those that come and go', async () => {
  const names = page.locator('[class*="rooms"]').first()
  expect(await names.innerText()).toBe('托大、托小')
  await set({ rooms: ['托大', '亲子', '托小'] })
  await page.getByText('托大、亲子、托小').waitFor()
  await set({ rooms: ['托大', '托小'] })
  expect(await names.innerText()).toBe('托大、托小')
})

test('a behaviour brings properties, data and methods; export decides what selectComponent gives', async () => {
  await page.getByText('托大 0').tap()
  await page.getByText('托大 2').waitFor()
  expect(await call('exported')).toBe(2)
})

test('a generic is what the page puts there, or its default', async () => {
  const rows = page.locator('wx-page >> text=/甲|乙/')
  expect(await rows.allInnerTexts()).toEqual(['甲', '平常的 乙'])
})

test('observers hear fields, paths and everything below', async () => {
  await set({ heard: '' })
  await set({ 'family.child.name': '小雨' })
  await set({ 'list[1]': 5 })
  expect(await data('heard')).toBe(' family list5')
})

test('WXS hears a property change, sets classes and calls the page', async () => {
  await set({ heard: '', taps: 3 })
  await page.locator('.taps-3').waitFor()
  expect(await data('heard')).toBe(' taps0-3')
  expect(await data('sum')).toBe(3)
})

test('WXS handles a touch without the page', async () => {
  await page.getByText('碰').tap()
  expect(await page.locator('.touched').getAttribute('style')).toContain('margin-left:7px')
})

test('setData calls back once the screen shows it', async () => {
  expect(await call('drawn')).toBeGreaterThan(10)
})

test('this.animate moves, keeps its end, and is cleared in parts', async () => {
  const style = () =>
    page.locator('.moved').evaluate((element) => {
      const { transform, opacity } = getComputedStyle(element)
      return [transform, opacity]
    })
  await call('move')
  await page.waitForFunction(`document.querySelector('wx-page').__wxElement.data.moved`)
  expect(await style()).toEqual(['matrix(1, 0, 0, 1, 30, 0)', '0.5'])
  await call('still')
  expect(await style()).toEqual(['matrix(1, 0, 0, 1, 30, 0)', '1'])
})

test('page-meta styles the page, and paints it and the window behind it', async () => {
  await set({ ground: '#fff8e1' })
  const style = await page.locator('wx-page').evaluate((element) => {
    const scroller = element.closest('.phone-page-scroll') as Element
    const { letterSpacing, backgroundColor } = getComputedStyle(element)
    return [letterSpacing, backgroundColor, getComputedStyle(scroller).backgroundColor]
  })
  expect(style).toEqual(['1px', 'rgb(255, 248, 225)', 'rgb(207, 232, 239)'])
})

test('nothing was complained of until here', () => {
  expect([...complaints, ...phone.lines]).toEqual([])
})

test('the app hears errors and rejections that nobody caught', async () => {
  await call('reject')
  await page.getByRole('alert').waitFor()
  expect(await call('errors')).toEqual([
    expect.stringContaining('rejected: Error: nobody caught this'),
  ])
})

test('an address that is no page goes to onPageNotFound', async () => {
  await page.goto(`${phone.url}/phone/?page=pages/nowhere/nowhere`)
  await page.getByText('小雨，你好').waitFor()
  expect(await page.title()).toBe('手机')
})

test('an independent subpackage opens by itself', async () => {
  await page.goto(`${phone.url}/phone/?page=packages/alone/alone/alone`)
  await page.getByText('独立的').waitFor()
  expect(await data('words')).toBe('独立的')
})

test('a custom tab bar stands on tab pages, each with its own', async () => {
  await page.goto(`${phone.url}/phone/?page=pages/first/first`)
  const chosen = page.locator('[class*="chosen"]:visible')
  expect(await chosen.allInnerTexts()).toEqual(['第一栏'])
  await page.getByText('组件栏').tap()
  await page.getByText('没有预约').waitFor()
  expect(await chosen.allInnerTexts()).toEqual(['组件栏'])
  await page.goto(`${phone.url}/phone/?page=pages/plain/plain`)
  await page.getByText('小雨，你好').waitFor()
  expect(await page.getByText('组件栏').count()).toBe(0)
})
