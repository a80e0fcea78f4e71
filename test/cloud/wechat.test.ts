import { readFileSync } from 'node:fs'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { badField } from '../../local/cloud/wechat/check-fields'
import { startCloud, type TestCloud } from './start-cloud'

const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } })

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())
beforeEach(() => cloud.post('/__local/reset'))

const wechat = async (api: string, request: object): Promise<unknown> =>
  (await cloud.call('echo', { useCase: 'wechat', api, request }, 'mum'))['result']
const message = {
  touser: 'mum',
  template_id: 'booked',
  page: 'pages/x/x',
  data: { thing1: { value: '小雨' } },
}
const send = (more: object = {}): Promise<unknown> =>
  wechat('subscribeMessage.send', { ...message, ...more })
const exchange = (code: unknown): Promise<unknown> => wechat('phonenumber.getPhoneNumber', { code })
const as = (openid: string): Record<string, string> => ({ 'x-local-openid': openid })

test('one consent is one message, for that person and that template', async () => {
  await cloud.post('/cloud/consent', { templateIds: ['booked', 'booked', 'other'] }, as('mum'))
  expect(await send()).toEqual({ errCode: 0, errMsg: 'ok' })
  expect(await send()).toEqual({ errCode: 0, errMsg: 'ok' })
  expect(await send()).toMatchObject({ errCode: 43101 })
  expect(await send({ touser: 'dad' })).toMatchObject({ errCode: 43101 })
  expect(await cloud.get('/__local/messages')).toMatchObject({
    messages: [
      {
        openid: 'mum',
        templateId: 'booked',
        page: 'pages/x/x',
        data: { thing1: { value: '小雨' } },
      },
      { openid: 'mum', templateId: 'booked' },
    ],
  })
})

test('a message survives a restart, and so does a consent', async () => {
  await cloud.post('/cloud/consent', { templateIds: ['booked', 'booked'] }, as('mum'))
  await send()
  await cloud.reopen()
  expect(await send()).toMatchObject({ errCode: 0 })
  expect((await cloud.get('/__local/messages'))['messages']).toHaveLength(2)
})

test('a bad field is named and costs no consent', async () => {
  await cloud.post('/cloud/consent', { templateIds: ['booked'] }, as('mum'))
  expect(await send({ data: { thing1: { value: '二十一个字'.repeat(5) } } })).toMatchObject({
    errCode: 47003,
    errMsg: expect.stringContaining('data.thing1.value') as string,
  })
  expect(await send()).toMatchObject({ errCode: 0 })
})

test.each([
  ['thing1', '二十个字以内的事情没有问题', '一二三四五六七八九十一二三四五六七八九十一'],
  ['thing2', 'a b 1', ''],
  ['phrase1', '已预约', '已经预约好了'],
  ['phrase2', '配送中', 'ok'],
  ['name1', '小雨', '一二三四五六七八九十一'],
  ['character_string1', 'YU-0042', '预约42'],
  ['amount1', '¥30.00', '30.00.1'],
  ['amount2', '30元', '12345678901'],
  ['time1', '2026年11月25日 09:00', '明天上午'],
  ['time2', '09:00~11:00', '25:00'],
  ['date1', '2026年11月25日', 'soon'],
  ['date2', '2026-11-25 09:00', '09:00'],
  ['number1', '2', 'two'],
  ['phone_number1', '0755-1234567', '一二三'],
])('%s takes %s and not %s', (key, good, bad) => {
  expect(badField({ [key]: { value: good } })).toBeUndefined()
  expect(badField({ [key]: { value: bad } })?.field).toBe(`data.${key}.value`)
})

test('a phone-number code is good once, for five minutes', async () => {
  const issue = async (): Promise<unknown> =>
    (await cloud.post('/cloud/phone-code', { phone: '13800138000' }, as('mum')))['code']
  const code = await issue()
  expect(await exchange(code)).toMatchObject({
    errCode: 0,
    phoneInfo: { purePhoneNumber: '13800138000' },
  })
  expect(await exchange(code)).toMatchObject({ errCode: 40029 })
  const old = await issue()
  const { now } = (await cloud.get('/__local/clock')) as unknown as { now: number }
  await cloud.post('/__local/clock', { now: now + 5 * 60_000 })
  expect(await exchange(old)).toMatchObject({ errCode: 40029 })
})

test('an API that config.json does not list is refused', async () => {
  expect(await wechat('security.msgSecCheck', {})).toMatchObject({ errCode: -604101 })
})

test('the code of a page can be read again, and a scene has its limits', async () => {
  const code = (more: object = {}): Promise<unknown> =>
    wechat('wxacode.getUnlimited', { scene: 'invite=ab-12', page: 'pages/join/join', ...more })
  const { buffer, ...reply } = (await code({ width: 560 })) as { buffer: { data: number[] } }
  expect(reply).toMatchObject({ errCode: 0, contentType: 'image/png' })
  const [read] = await readBarcodes(new Uint8Array(buffer.data))
  expect(read!.text).toBe('pages/join/join?scene=invite%3Dab-12')
  expect(await code({ scene: 'x'.repeat(33) })).toMatchObject({ errCode: 40129 })
  expect(await code({ scene: '小雨' })).toMatchObject({ errCode: 40129 })
  expect(await code({ page: '/pages/join/join?a=1' })).toMatchObject({ errCode: 41030 })
})
