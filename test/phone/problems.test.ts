import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openChromium } from '../../scripts/open-chromium'
import { openTelephone } from '../support/open-telephone'
import { servePhone, type ServedPhone } from '../support/serve-phone'

let dir: string
let phone: ServedPhone
let browser: Browser

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'phone-problems-'))
  cpSync(join(__dirname, 'app'), dir, { recursive: true })
  phone = await servePhone(dir, true)
  browser = await openChromium()
})

afterAll(async () => {
  await browser?.close()
  await phone?.close()
  rmSync(dir, { recursive: true, force: true })
})

const plain = (file: string) => join(dir, 'pages/plain', file)

test.each([
  [
    'an unknown element',
    'plain.wxml',
    '<view>\n  <child-cart />\n</view>',
    'pages/plain/plain.wxml:2',
    '<child-cart>',
  ],
  [
    'an element left open',
    'plain.wxml',
    '<view>\n<text></view>',
    'pages/plain/plain.wxml:2',
    'missing end tag',
  ],
  [
    'a template that is not there',
    'plain.wxml',
    '\n<include src="gone.wxml" />',
    'pages/plain/plain.wxml:2',
    'missing file',
  ],
  ['a json with a slip', 'plain.json', '{\n  "a": 1,\n}', 'pages/plain/plain.json:3', ''],
  [
    'a sheet with a slip',
    'plain.wxss',
    '.a {\n  color: red;\n',
    'pages/plain/plain.wxss:1',
    'Unclosed block',
  ],
  ['a script with a slip', 'plain.js', 'Page({\n  data: {\n})', 'pages/plain/plain.js:3', ''],
  [
    'a function given to setData',
    'plain.js',
    'Page({\n  onLoad() {\n    this.setData({ rows: [{ go() {} }] })\n  },\n})',
    'pages/plain/plain.js:3',
    'rows[0].go is a function',
  ],
  [
    'a handler without method',
    'plain.wxml',
    '<view>\n  <view\n    bind:tap="nxet" />\n</view>',
    'pages/plain/plain.wxml:3',
    'nxet',
  ],
  [
    'components that contain each other without end',
    'plain.wxml',
    '<left-half />',
    'components/left-half/left-half.wxml:2',
    '<right-half> → components/right-half/right-half.wxml:1 <left-half>',
  ],
  [
    'a mistake in an inline script',
    'plain.wxml',
    '<view>{{words}}</view>\n<wxs module="say">\nmodule.exports.name = function (x) {\n  return x.y.z\n}\n</wxs>\n<view>{{say.name(words)}}</view>',
    'pages/plain/plain.wxml:4',
    "reading 'z'",
  ],
  [
    'an expression that calls a mistaken script',
    'plain.wxml',
    '<wxs module="say">exports.name = function (x) { return x.y.z }</wxs>\n<view />\n<view>{{say.name(words)}}</view>',
    'pages/plain/plain.wxml:3',
    'TypeError',
  ],
  [
    'a component that is not there',
    'plain.json',
    '{\n  "usingComponents": {\n    "child-cart": "/components/cart/cart"\n  }\n}',
    'pages/plain/plain.json:3',
    '<child-cart>: no component at /components/cart/cart',
  ],
  [
    'a script that defines no page',
    'plain.js',
    'const page = {}',
    'pages/plain/plain.js:1',
    'neither Page nor Component',
  ],
  [
    'an app.json that ends too early',
    '../../app.json',
    '{\n"pages": [',
    'app.json:2',
    'end of JSON',
  ],
  [
    'a page of app.json that is not there',
    '../../app.json',
    JSON.stringify({ pages: ['pages/plain/plain', 'pages/gone/gone'] }, null, 1),
    'app.json:4',
    'pages/gone/gone.wxml',
  ],
  [
    'an exception in onLoad',
    'plain.js',
    'Page({\n  onLoad() {\n    throw new Error("no such child")\n  },\n})',
    'pages/plain/plain.js:3',
    'no such child',
  ],
])(
  '%s is named with file and line, on screen and in the terminal',
  async (_, file, content, where, what) => {
    const before = file === 'plain.wxss' ? '' : readFileSync(plain(file), 'utf8')
    writeFileSync(plain(file), content)
    phone.lines.length = 0
    const { page } = await openTelephone(browser, `${phone.url}/phone/?page=pages/plain/plain`)
    try {
      const words = await page.getByRole('alert').innerText()
      expect(words).toContain(where)
      // Once: what is a problem of the build is no error of the page too.
      expect(words.split('\n').filter((line) => line.startsWith(where)).length).toBeLessThan(2)
      expect(words).toContain(what)
      expect(phone.lines.join('\n')).toContain(where)
    } finally {
      writeFileSync(plain(file), before)
    }
    // The phone goes on by itself after the fix.
    await page.getByText('小雨，你好').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.close()
  },
)
