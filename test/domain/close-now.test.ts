import { closedNow, closingNotice } from '../../miniprogram/domain/close-now'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'

const day = { date: localDate('2026-11-25'), hours: aSpan('8:30-18:00') }
const at = (time: string, whole = false) =>
  closedNow(day, { whole, why: '停水停电' }, localTime(time))

test('the rest of the day is closed from the half hour that runs', () => {
  expect(at('10:10')).toMatchObject({ span: { from: '10:00', to: '18:00' } })
  expect(at('10:30')).toMatchObject({ span: { from: '10:30', to: '18:00' } })
})

test('before it opens that is the whole day', () => {
  expect(at('07:00')).toEqual({ date: day.date, why: '停水停电' })
  expect(at('12:00', true)).toEqual({ date: day.date, why: '停水停电' })
})

test('a day that is over, closed or not planned has nothing to close', () => {
  expect(at('18:00')).toBeUndefined()
  const closed = { ...day, closed: 'cleaning' }
  expect(closedNow(closed, { whole: true, why: '台风' }, localTime('09:00'))).toBeUndefined()
  expect(closedNow(undefined, { whole: true, why: '台风' }, localTime('09:00'))).toBeUndefined()
})

test('what somebody else has closed just now is not closed again', () => {
  const others = [{ date: day.date, why: '台风停园', span: aSpan('10:00-18:00') }]
  const close = (whole: boolean) =>
    closedNow(day, { whole, why: '停水停电' }, localTime('10:40'), others)
  expect(close(false)).toBeUndefined()
  expect(close(true)).toEqual({ date: day.date, why: '停水停电' })
})

test('families read from when, why, and what to do, in twenty characters', () => {
  const longest = { why: '十个字的原因写到这里', span: aSpan('10:00-18:00') }
  expect(closingNotice(longest).text).toBe('十个字的原因写到这里，10:00起请来接')
  expect(closingNotice(longest).text).toHaveLength(20)
  expect(closingNotice({ why: '台风停园' })).toEqual({
    title: '今天闭园',
    text: '台风停园，今天不开放',
  })
})
