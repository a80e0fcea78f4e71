import { isMeant } from '../../miniprogram/domain/find-family'
import type { OverrideId } from '../../miniprogram/domain/ids'
import { decideAgreeing, type Override } from '../../miniprogram/domain/override'
import { walkInSpans } from '../../miniprogram/domain/walk-in'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const at = (time: string) => anInstant(`2026-09-07 ${time}`)

describe('a family at the door without a booking', () => {
  const spansAt = (time: string) =>
    walkInSpans(aSpan('9:00-12:00'), at(time)).map(({ from, to }) => `${from}-${to}`)

  test('may stay from the half hour that has begun, an hour or longer', () => {
    expect(spansAt('09:10')).toEqual([
      '09:00-10:00',
      '09:00-10:30',
      '09:00-11:00',
      '09:00-11:30',
      '09:00-12:00',
    ])
    expect(spansAt('10:30')).toEqual(['10:30-11:30', '10:30-12:00'])
  })

  test('comes too early, or too late for an hour', () => {
    expect(spansAt('08:59')).toEqual([])
    expect(spansAt('11:00')).toEqual(['11:00-12:00'])
    expect(spansAt('11:30')).toEqual([])
    expect(spansAt('23:50')).toEqual([])
  })
})

test('a child is found by a part of a name, or the end of a guardian’s number', () => {
  const child = { name: '小雨', guardians: [{ name: '小雨妈妈', phone: '13800001001' }] }
  const means = (typed: string) => isMeant(typed, child)
  expect(['雨', ' 小雨', '妈妈', '1001', '001', '13800001001'].every(means)).toBe(true)
  expect(['', ' ', '01', '1002', '1380', '安安'].some(means)).toBe(false)
})

describe('a child without ticket or pass', () => {
  const asked = {
    id: 'o1' as OverrideId,
    askedBy: 'lin',
    askedAt: at('10:00'),
  } as Override
  const agree = (who: string, time: string, more: Partial<Override> = {}) =>
    decideAgreeing({ ...asked, ...more }, who, at(time))
  const no = (code: string) => ({ ok: false, refusal: { code } })

  test('goes home when a second carer agrees, within ten minutes', () => {
    expect(agree('huang', '10:01')).toEqual({ ok: true, value: 'agree' })
    expect(agree('huang', '10:10')).toEqual(no('override_over'))
  })

  test('stays when the only one who agrees is the one who asked', () =>
    expect(agree('lin', '10:01')).toEqual(no('second_carer_needed')))

  test('has one second carer: she may say it again, a third finds it said', () => {
    const agreed = { agreedBy: 'huang', agreedAt: at('10:01') }
    expect(agree('huang', '10:30', agreed)).toEqual({ ok: true, value: 'agreed' })
    expect(agree('zhou', '10:02', agreed)).toEqual(no('override_agreed'))
  })
})
