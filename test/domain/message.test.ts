import fc from 'fast-check'
import {
  bookedMessage,
  noticeMessage,
  offerMessage,
  reminderMessage,
} from '../../miniprogram/domain/message'
import { waitOverMessage, withdrawnMessage } from '../../miniprogram/domain/cancelled-message'
import type { SessionId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import { TEMPLATES } from '../../miniprogram/domain/template'
import { localTime } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const care = (...childNames: string[]) => ({
  childNames,
  date: MONDAY,
  span: aSpan('9:00-11:00'),
  bookingId: 'attempt-1',
})

test('a booking is confirmed with child, time and price', () =>
  expect(bookedMessage(care('小雨', '小云'), fen(5700))).toMatchObject({
    template: 'booked',
    data: { thing1: '小雨、小云', time3: '2026年9月7日 09:00', amount4: '¥57.00' },
    page: 'pages/booking-show/booking-show?id=attempt-1',
  }))

test('a place that is offered says until when, and in which story', () => {
  const until = anInstant('2026-09-04 19:10')
  const story = { title: '月亮睡了吗', accompanied: false }
  expect(offerMessage(care('小雨'), until).data).toMatchObject({
    time3: '2026年9月4日 19:10',
    thing4: '点开确认，过时让给下一家',
  })
  expect(offerMessage({ ...care('小雨'), session: story }, until).data['thing4']).toBe(
    '《月亮睡了吗》有名额，点开确认',
  )
})

describe('A booking that the point takes back', () => {
  const told = (title: string | undefined, why: string) => {
    const session = title === undefined ? {} : { session: { title, accompanied: false } }
    const { thing3, thing4 } = withdrawnMessage({ ...care('小雨'), ...session }, why).data
    return [thing3, thing4]
  }

  test('of a story names the story and says why', () =>
    expect(told('毛毛虫的早餐', '阿May 病了')).toEqual([
      '《毛毛虫的早餐》取消了，不收费',
      '阿May 病了',
    ]))

  test('of a story with a long title keeps the words after it', () =>
    expect(told('从前有一座山山里有一座庙的故事', '')).toEqual([
      '《从前有一座山山里有一…》取消了，不收费',
      '临时变动',
    ]))

  test('of care names no story', () =>
    expect(told(undefined, '台风停园')).toEqual(['托育点取消了，不收费', '台风停园']))

  test.each([
    ['hours', '不在开放时间里了'],
    ['gone', '这一场取消了'],
    ['cleaning', '教室打扫消毒'],
    ['holiday', '放假，不开放'],
    ['toString', 'toString'],
  ])('for a reason of the app’s own (%s) says it in words', (why, words) =>
    expect(told('下雨天', why)[1]).toBe(words),
  )
})

test('a family that waits for a story that does not take place need not wait any more', () => {
  const story = { id: 'yucun_2026-09-07_a' as SessionId, title: '下雨天' }
  const { data, page } = waitOverMessage(care('小雨'), story, '阿May 病了')
  expect(data).toMatchObject({ thing3: '《下雨天》取消了，不用再等', thing4: '阿May 病了' })
  expect(page).toContain(story.id)
})

test('each message fills exactly the fields of its template', () => {
  const messages = [
    bookedMessage(care('小雨'), fen(0)),
    reminderMessage(care('小雨'), '渔你成长小屋'),
    noticeMessage({ title: '停水', text: '明天上午' }, MONDAY, localTime('08:00')),
  ]
  for (const { template, data } of messages)
    expect(Object.keys(data)).toEqual(Object.keys(TEMPLATES[template].fields))
})

test('whatever a person writes, every thing fits and none is empty', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      (title, text) => {
        const { data } = noticeMessage({ title, text }, MONDAY, localTime('08:00'))
        for (const field of ['thing1', 'thing2']) {
          expect(data[field]?.length).toBeGreaterThan(0)
          expect(data[field]?.length).toBeLessThanOrEqual(20)
        }
      },
    ),
  ))

test('an amount has one currency sign and at most ten digits', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (amount) => {
      const { amount4 } = bookedMessage(care('小雨'), fen(amount)).data
      expect(amount4).toMatch(/^¥\d{1,8}\.\d{2}$/)
    }),
  ))
