import fc from 'fast-check'
import { bookedMessage, noticeMessage, reminderMessage } from '../../miniprogram/domain/message'
import { fen } from '../../miniprogram/domain/money'
import { TEMPLATES } from '../../miniprogram/domain/template'
import { localTime } from '../../miniprogram/domain/time'
import { MONDAY } from '../support/a-day'
import { aSpan } from '../support/a-span'

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
