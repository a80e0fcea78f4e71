import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { callPage, pageData, setPageData } from '../support/page-data'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let phone: ServedPhone
let browser: Browser
let page: Page
let complaints: string[]

const data = (name: string) => pageData(page, name)
const until = (words: string) =>
  page.waitForFunction(
    `document.querySelector('wx-page').__wxElement.data.notes.includes(${JSON.stringify(words)})`,
  )
/** The browser tells of scrolling a frame later: wait for what the page heard, not for what the element says. */
const untilScrolled = (top: number) =>
  page.waitForFunction(`document.querySelector('wx-page').__wxElement.data.scrolled === ${top}`)
const forget = () => setPageData(page, { notes: [] })

/** Drags from the middle of an element, as a finger would. */
const drag = async (what: Locator, x: number, y: number) => {
  await what.scrollIntoViewIfNeeded()
  const box = await what.boundingBox()
  if (!box) throw new Error('nothing to drag')
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const touch = (type: string, at: { x: number; y: number }) =>
    what.dispatchEvent(type, {
      touches: type === 'touchend' ? [] : [{ identifier: 0, clientX: at.x, clientY: at.y }],
      changedTouches: [{ identifier: 0, clientX: at.x, clientY: at.y }],
    })
  await touch('touchstart', from)
  for (const share of [0.3, 0.7, 1])
    await touch('touchmove', { x: from.x + x * share, y: from.y + y * share })
  await touch('touchend', { x: from.x + x, y: from.y + y })
}

beforeAll(async () => {
  phone = await servePhone(join(__dirname, 'app'))
  browser = await openChromium()
  ;({ page, complaints } = await openTelephone(
    browser,
    `${phone.url}/phone/?page=pages/controls/controls`,
  ))
  await page.getByText('时间').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await phone?.close()
})
beforeEach(forget)

test('an element that is not built shows its name and is complained of', async () => {
  await page.getByRole('alert').waitFor()
  expect(phone.lines.join()).toContain('<video> is not built in the local phone')
  const name = await page
    .locator('wx-video')
    .evaluate((video) => getComputedStyle(video, '::before').content)
  expect(name).toContain('video')
  await page.getByRole('alert').click()
  phone.lines.length = 0
  complaints.length = 0
})

test('a slider goes in steps between its ends', async () => {
  const range = page.locator('.slider input')
  expect(await range.inputValue()).toBe('20')
  await range.press('ArrowRight')
  expect(await data('notes')).toEqual(['slider changing 25', 'slider change 25'])
  await range.fill('50')
  await until('slider change 50')
  expect(await page.locator('.slider').innerText()).toBe('50')
})

test('a movable view follows the finger and stays in its area', async () => {
  expect(await data('place')).toBe('10,5,')
  await drag(page.locator('.piece'), 30, 20)
  expect(await data('place')).toBe('40,25,touch')
  await drag(page.locator('.piece'), 500, 500)
  expect(await data('place')).toBe('160,60,touch')
})

test('a swiper turns by finger, around its end, and by data', async () => {
  const swiper = page.locator('.swiper')
  await drag(swiper, -200, 0)
  await until('swiper animationfinish 1')
  await drag(swiper, 200, 0)
  await drag(swiper, 200, 0)
  await until('swiper change 2')
  await forget()
  await setPageData(page, { slide: 1 })
  await until('swiper change 1')
  await page.waitForFunction(
    `document.querySelector('wx-swiper-item[data-shown]').getBoundingClientRect().x === 0`,
  )
  expect(await page.locator('wx-swiper-item[data-shown]').innerText()).toBe('第 2 张')
})

test('a scroll view goes into view, tells where it is, and its ends', async () => {
  await setPageData(page, { into: 'row-5' })
  await untilScrolled(300)
  expect(await page.locator('.scroll').evaluate((view) => view.scrollTop)).toBe(300)
  await page.locator('.scroll').evaluate((view) => view.scrollTo(0, 1000))
  await until('scroll scrolltolower "bottom"')
  await page.locator('.scroll').evaluate((view) => view.scrollTo(0, 0))
  await until('scroll scrolltoupper "top"')
  await untilScrolled(0)
})

test('a scroll view is pulled to refresh, and rests when told', async () => {
  await drag(page.locator('.scroll'), 0, 150)
  expect(await data('refreshing')).toBe(true)
  expect(await data('pulled')).toBeGreaterThan(45)
  await page.waitForFunction(`document.querySelector('.wx-refresher').clientHeight === 45`)
  await callPage(page, 'refreshed')
  await until('scroll refresherrestore ""')
})

test('a picker view turns to a value and tells a new one', async () => {
  const columns = page.locator('.wheel wx-picker-view-column')
  const at = () => columns.evaluateAll((all) => all.map((one) => one.scrollTop))
  expect(await at()).toEqual([40, 0])
  await columns.nth(1).evaluate((column) => column.scrollTo(0, 80))
  await until('wheel change [1,2]')
  expect(await at()).toEqual([40, 80])
})

test('a picker of columns hears each turn, and cancelling changes nothing', async () => {
  await page.getByText('两列').tap()
  await page.getByRole('option', { name: '下午' }).tap()
  await page.getByRole('option', { name: '15 点' }).tap()
  await page.getByRole('button', { name: '确定' }).tap()
  await until('multi change [1,1]')
  await page.getByText('两列').tap()
  await page.getByRole('button', { name: '取消' }).tap()
  await until('multi cancel ""')
  expect(await data('notes')).toHaveLength(2)
})

test('a picker of time stays between start and end', async () => {
  await page.getByText('时间').tap()
  const hours = page.getByRole('listbox').first().getByRole('option')
  expect(await hours.first().innerText()).toBe('08')
  await hours.first().tap()
  const minutes = page.getByRole('listbox').nth(1).getByRole('option')
  expect(await minutes.first().innerText()).toBe('30')
  await page.getByRole('button', { name: '确定' }).tap()
  await until('time change "08:30"')
})

test('an input is short, may be rewritten by its handler, takes the focus and confirms', async () => {
  const input = page.locator('.digits input')
  await setPageData(page, { focused: true })
  await until('digits focus ""')
  await page.keyboard.type('10234')
  expect(await input.inputValue()).toBe('123')
  expect(await input.getAttribute('inputmode')).toBe('numeric')
  expect(await input.getAttribute('enterkeyhint')).toBe('search')
  await page.keyboard.press('Enter')
  await until('digits blur "123"')
  expect(await data('notes')).toContain('digits confirm "123"')
})

test('an input that takes the focus puts its cursor where the page says', async () => {
  await setPageData(page, { inMiddle: true })
  await page.keyboard.type('大')
  await until('middle input "小大雨好"')
  expect(await page.locator('.middle input').inputValue()).toBe('小大雨好')
})

test('a disabled button is silent, one with an open-type answers', async () => {
  await page.locator('.shut').tap({ force: true })
  await page.locator('.setting').tap()
  await until('avatar chooseavatar ""')
  expect(await data('notes')).toHaveLength(1)
})

test('a missing picture is told, one outside the screen waits', async () => {
  await page.locator('.late').scrollIntoViewIfNeeded()
  const said = (await page.locator('.gone img').evaluate((img) => img.getAttribute('src'))) ?? ''
  expect(said).toContain('gone.png')
  await page.waitForFunction(`document.querySelector('.late img').naturalWidth === 20`)
})

test('progress runs to its end and says so', async () => {
  await setPageData(page, { percent: 40 })
  await until('progress activeend ""')
  expect(await page.locator('.way').getAttribute('aria-valuenow')).toBe('40')
})

test('text decodes its entities and keeps its spaces', async () => {
  const text = page.locator('.spaced')
  expect(await text.evaluate((element) => element.textContent)).toBe('a  b <c>')
  expect(await text.evaluate((element) => getComputedStyle(element).whiteSpace)).toBe('pre-wrap')
})

test('nothing else was complained of', () => {
  expect(phone.lines).toEqual([])
  expect(complaints.filter((line) => !line.includes('gone.png'))).toEqual([])
})
