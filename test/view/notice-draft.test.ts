import { noticeDraftOf, reachViewOf } from '../../miniprogram/view/notice-draft'
import { anInstant } from '../support/an-instant'

const now = anInstant('2026-11-25 14:00')
const reach = { households: 80, byMessage: 61 }

test('counters are live, and a notice too long or empty cannot be sent', () => {
  const good = noticeDraftOf(
    { title: '周五下午闭园消毒', text: '11月27日14点起闭园，周六照常开放' },
    reach,
    now,
  )
  expect([good.title.count, good.text.count, good.ready]).toEqual(['8 / 20', '19 / 20', true])
  expect(noticeDraftOf({ title: '', text: '有内容' }, reach, now).ready).toBe(false)
  const long = noticeDraftOf({ title: '标题', text: '一'.repeat(21) }, reach, now)
  expect([long.text.over, long.ready]).toEqual([true, false])
})

test('the preview is what WeChat will show, field by field', () => {
  const { preview } = noticeDraftOf({ title: '闭园消毒', text: '' }, reach, now)
  expect(preview).toEqual([
    { label: '标题', text: '闭园消毒' },
    { label: '说明', text: '（还没写）' },
    { label: '时间', text: '2026年11月25日 14:00' },
  ])
})

test('nobody to tell, nothing to send', () => {
  const typed = { title: '标题', text: '内容' }
  expect(noticeDraftOf(typed, { households: 0, byMessage: 0 }, now).ready).toBe(false)
  expect(noticeDraftOf(typed, undefined, now).ready).toBe(false)
})

test('reach is a share and a call list', () => {
  const family = { guardian: '小雨妈妈', phone: '13800138000', children: ['小雨', '小雪'] }
  expect(reachViewOf({ households: 4, byMessage: 3, byCall: [family] })).toMatchObject({
    percent: 75,
    callWords: '1 家需要打电话',
    families: [{ guardian: '小雨妈妈', children: '小雨、小雪' }],
  })
})
