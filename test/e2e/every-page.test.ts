import { Hand } from './hand'
import { layTable, type Table } from './table'

jest.setTimeout(180_000)

/**
 * With AUTOMATOR_WS_ENDPOINT (WeChat DevTools: 设置 → 安全 → 服务端口, `cli auto --auto-port 9420`) the same walk goes
 * through DevTools and the environment that its project names.
 */
const devTools = process.env['AUTOMATOR_WS_ENDPOINT']
let table: Table | undefined
let hand: Hand
beforeAll(async () => {
  if (devTools) {
    hand = await Hand.on(devTools)
  } else {
    table = await layTable('o-xiaoyu', 'o-lin')
    hand = table.guardian
  }
})
afterAll(async () => {
  if (table) await table.close()
  else hand?.letGo()
})

it.each([
  ['pages/home/home', '这周的绘本'],
  ['pages/care-book/care-book', '小时'],
  ['pages/stories-week/stories-week', '场'],
  ['pages/family-show/family-show', '隐私与我的信息'],
  ['pages/privacy-show/privacy-show', '过敏'],
  ['pages/message-list/message-list', '有通知就告诉我'],
  ['pages/wait-list/wait-list', '没有在排队'],
  ['pages/absence-list/absence-list', '停约'],
  ['packages/books/book-list/book-list', '一共'],
  ['packages/books/reading-show/reading-show', '听过的绘本'],
  ['packages/books/loan-list/loan-list', '一家最多借'],
  ['packages/staff/invitation-accept/invitation-accept', '邀请码'],
])('%s opens and reads %s', async (path, words) => {
  await hand.open(`/${path}`)
  await hand.reads(words)
  expect((await hand.at(path)).path).toBe(path)
})

it('leaves nothing on the console', () => {
  expect(table?.complaints ?? []).toEqual([])
})
