import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { pageData, setPageData } from '../support/page-data'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let phone: ServedPhone
let browser: Browser
let page: Page
let complaints: string[]

const data = (name: string) => pageData(page, name)

beforeAll(async () => {
  phone = await servePhone(join(__dirname, 'app'))
  browser = await openChromium()
  ;({ page, complaints } = await openTelephone(
    browser,
    `${phone.url}/phone/?page=pages/elements/elements`,
  ))
  await page.getByText('去普通页').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await phone?.close()
})

test('a template may compute with WXS: constructors have names and patterns keep their backslashes', async () => {
  expect(await page.locator('[id$="--heading"]').innerText()).toBe('数组 12')
})

test('styles of a component stay inside it', async () => {
  const colours = await page
    .locator('wx-page [class*="title"]')
    .evaluateAll((titles) => titles.map((title) => getComputedStyle(title).color))
  expect(colours).toEqual(['rgb(11, 110, 120)', 'rgb(63, 125, 61)'])
})

test('a component is attached, shown, then ready', async () => {
  expect(await data('notes')).toEqual(['attached', 'show', 'ready'])
})

test('hidden works on a component of the app', async () => {
  await setPageData(page, { hidden: true })
  expect(await page.getByText('十八个月').isVisible()).toBe(false)
})

test('750 rpx are the width of the screen, in sheets as in computed styles', async () => {
  expect(await data('measured')).toBe('375 22px')
})

test('a form collects what was typed, chosen and switched', async () => {
  await page.locator('wx-input input').fill('小雨')
  expect(await data('child')).toBe('小雨')
  await page.getByText('亲子').tap()
  await page.getByText('二', { exact: true }).first().tap()
  await page.getByText('城市').tap()
  await page.getByRole('option', { name: '香港' }).tap()
  await page.getByRole('button', { name: '确定' }).tap()
  await page.getByText('日期').tap()
  await page.getByRole('option', { name: '7日', exact: true }).tap()
  await page.getByRole('button', { name: '确定' }).tap()
  await page.getByText('提交').tap()
  expect(JSON.parse((await data('submitted')) as string)).toEqual({
    child: '小雨',
    note: '',
    agree: true,
    kind: 'b',
    days: ['二'],
    city: 1,
    date: '2026-03-07',
  })
  expect([await data('city'), await data('date')]).toEqual(['香港', '2026-03-07'])
})

test('a scroll view goes to the row of scroll-into-view', async () => {
  const scrolled = await page.locator('wx-scroll-view').evaluate((view) => view.scrollTop)
  expect(scrolled).toBeGreaterThan(100)
})

test('a picture of the app is loaded with its size', async () => {
  expect(await data('image')).toBe(20)
})

test('rich text shows what WeChat allows and nothing that runs', async () => {
  expect(await page.locator('wx-rich-text').innerHTML()).toBe(
    '<b style="font-size:5.33333vw">粗</b>',
  )
})

test('a 2d canvas is drawn on through a selector query', async () => {
  const pixel = await page
    .locator('wx-canvas canvas')
    .evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas.getContext('2d')?.getImageData(5, 5, 1, 1).data ?? []),
    ])
  expect(pixel).toEqual([201, 63, 34, 255])
})

test('text on a canvas is drawn once the characters of the phone’s font have come', async () => {
  const canvas = page.locator('wx-canvas canvas')
  const font = await canvas.evaluate((drawing: HTMLCanvasElement) => {
    const pen = drawing.getContext('2d')!
    drawing.width = drawing.height = 60
    pen.font = '700 40px sans-serif'
    pen.fillStyle = '#0b6e78'
    pen.fillText('鱼', 5, 45)
    return pen.font
  })
  expect(font).toContain('Phone Sans')
  await page.waitForFunction(() => {
    const drawing = document.querySelector<HTMLCanvasElement>('wx-canvas canvas')!
    const { data } = drawing.getContext('2d')!.getImageData(0, 0, 60, 60)
    return data.filter((value, at) => at % 4 === 3 && value > 0).length > 300
  })
})

test('a plain JavaScript page requires its modules and opens a page of a subpackage', async () => {
  await page.getByText('去普通页').tap()
  await page.getByText('小雨，你好').tap()
  await page.getByText('plain 来的').waitFor()
  expect(await data('from')).toBe('plain')
})

test('nothing was complained of', () => {
  expect([...complaints, ...phone.lines]).toEqual([])
})
