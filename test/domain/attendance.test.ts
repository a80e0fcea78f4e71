import fc from 'fast-check'
import {
  attendanceOf,
  type DoorRecord,
  type DoorRecords,
} from '../../miniprogram/domain/attendance'
import { decideDoor, decideUndo, withRecords } from '../../miniprogram/domain/door'
import { doesNotFit, rightTime, type KeptAct } from '../../miniprogram/domain/kept-act'
import type { SiteId } from '../../miniprogram/domain/ids'
import { seenSince } from '../../miniprogram/domain/seen-since'
import { later, MINUTE, type Instant } from '../../miniprogram/domain/time'
import { aReservation } from '../support/a-reservation'
import { MONDAY } from '../support/a-day'
import { anInstant } from '../support/an-instant'

const at = (time: string): Instant => anInstant(`2026-09-07 ${time}`)
const came = (time: string): DoorRecord => ({ act: 'in', at: at(time), by: 'lin', way: 'ticket' })
const went = (time: string): DoorRecord => ({ act: 'out', at: at(time), by: 'lin', way: 'ticket' })
const undo = (undoes: string, time: string): DoorRecord => ({
  act: 'undo',
  at: at(time),
  by: 'lin',
  undoes,
  reason: 'wrong_child',
})

describe('where a child is', () => {
  test('follows from what happened: expected, inside, gone', () => {
    expect(attendanceOf({})).toEqual({ state: 'booked' })
    expect(attendanceOf({ a: came('09:00') })).toEqual({
      state: 'inside',
      inAt: at('09:00'),
      last: 'a',
    })
    expect(attendanceOf({ a: came('09:00'), b: went('11:00') })).toEqual({
      state: 'gone',
      inAt: at('09:00'),
      outAt: at('11:00'),
      last: 'b',
    })
  })

  //  9:00        9:01       11:00
  //   phone A in  phone B in  phone B out      B tells first, A an hour later
  test('is the same whichever phone tells first', () => {
    const told = { b2: went('11:00'), b1: came('09:01'), a1: came('09:00') }
    expect(attendanceOf(told)).toMatchObject({ state: 'gone', inAt: at('09:00') })
  })

  test('does not change by a second coming in, or a going home before that', () => {
    expect(attendanceOf({ a: came('09:00'), b: came('09:30') }).inAt).toBe(at('09:00'))
    expect(attendanceOf({ a: went('08:59'), b: came('09:00') }).state).toBe('inside')
  })

  test('is as if an undone act had never been, and nothing undoes it twice', () => {
    const slip = { a: came('09:00'), u: undo('a', '09:01') }
    expect(attendanceOf(slip)).toEqual({ state: 'booked' })
    expect(attendanceOf({ ...slip, v: undo('a', '09:02'), b: came('09:10') }).inAt).toBe(
      at('09:10'),
    )
  })

  test('waits for an act that is told after its undoing', () => {
    expect(attendanceOf({ u: undo('a', '09:01') })).toEqual({ state: 'booked' })
    expect(attendanceOf({ u: undo('a', '09:01'), a: came('09:00') })).toEqual({ state: 'booked' })
  })
})

describe('a record that made no difference says why', () => {
  const twice = { a: came('09:00'), b: came('09:01'), c: went('11:00'), d: went('11:01') }

  test('the second phone of two', () => {
    expect(doesNotFit(twice, 'a')).toBeUndefined()
    expect(doesNotFit(twice, 'b')).toEqual({ code: 'already_inside', since: '09:00' })
    expect(doesNotFit(twice, 'd')).toEqual({ code: 'already_gone', since: '11:00' })
  })

  test('a child that went and never came', () =>
    expect(doesNotFit({ c: went('11:00') }, 'c')).toEqual({ code: 'not_inside' }))

  test('not one that was undone, which nobody has to look at any more', () =>
    expect(doesNotFit({ a: came('09:00'), u: undo('a', '09:01') }, 'a')).toBeUndefined())
})

describe('an undo', () => {
  const inside = aReservation({ door: { a: came('09:00') }, state: 'inside', inAt: at('09:00') })

  test('takes back the last thing, and only that', () => {
    expect(decideUndo(inside, 'a')).toEqual({ ok: true, value: 'a' })
    expect(decideUndo(inside, 'b')).toMatchObject({ refusal: { code: 'nothing_to_undo' } })
    expect(decideUndo(aReservation({}), 'a')).toMatchObject({
      refusal: { code: 'nothing_to_undo' },
    })
  })

  test('makes an expected child of one that came in, and leaves no time behind', () => {
    const after = withRecords(inside, { u: undo('a', '09:01') })
    expect(after).toMatchObject({ state: 'booked', rev: inside.rev + 1 })
    expect('inAt' in after).toBe(false)
  })

  test('told again changes nothing', () => {
    const after = withRecords(inside, { u: undo('a', '09:01') })
    expect(withRecords(after, { u: undo('a', '09:01') })).toBe(after)
  })
})

describe('a place that was given up half an hour after its time', () => {
  const missed = aReservation({ state: 'missed', cancelFen: 1000 })

  test('was not missed by a child that a phone without network had stopped for a paper', () => {
    const stopped: DoorRecord = { act: 'stopped', at: at('09:05'), by: 'lin' }
    const after = withRecords(missed, { s: stopped })
    expect(after).toMatchObject({ state: 'cancelled', cancelledBy: 'point', cancelFen: 0 })
    expect(attendanceOf(after.door ?? {}).state).toBe('booked')
  })

  test('is the child’s again when it is told that it had come before', () => {
    const after = withRecords(missed, { a: came('09:29') })
    expect(after).toMatchObject({ state: 'inside', inAt: at('09:29') })
    expect('cancelFen' in after).toBe(false)
  })

  test('stays given up for one who came later, and waits for what is still to be told', () => {
    expect(withRecords(missed, { a: came('09:30') }).state).toBe('missed')
    const out = withRecords(missed, { b: went('11:00') })
    expect(out).toMatchObject({ state: 'missed', cancelFen: 1000 })
    expect(withRecords(out, { a: came('09:05') }).state).toBe('gone')
  })
})

test('a phone that is an hour wrong tells right times', () => {
  // It is 10:30; the phone says 9:30, and that the child came at 9:00.
  expect(rightTime(at('09:00'), at('09:30'), at('10:30'))).toBe(at('10:00'))
  // Half an hour fast: nothing has happened in the future.
  expect(rightTime(at('11:00'), at('11:00'), at('10:30'))).toBe(at('10:30'))
})

/** Three phones, each with its own idea of one child; what they do without network, they tell when they can. */
describe('properties', () => {
  const site = 'yucun' as SiteId
  const reservation = aReservation({})

  interface Step {
    readonly phone: number
    readonly what: 'in' | 'out' | 'undo' | 'look'
  }
  const steps = fc.array(
    fc.record<Step>({
      phone: fc.nat({ max: 2 }),
      what: fc.constantFrom('in', 'out', 'undo', 'look'),
    }),
    { maxLength: 25 },
  )

  /** Each phone acts by what it knows; `look` tells all it kept and fetches what the others told. */
  function play(taken: readonly Step[]): { all: DoorRecords; told: DoorRecords } {
    let cloud = reservation
    const all: Record<string, DoorRecord> = {}
    const seen = [0, 1, 2].map(() => ({ child: asSeen(reservation), kept: [] as KeptAct[] }))
    taken.forEach(({ phone, what }, index) => {
      const mine = seen[phone]!
      const now = later(at('09:00'), index * MINUTE)
      const nonce = `n${index}`
      if (what === 'look') {
        cloud = withRecords(cloud, recordsOf(mine.kept))
        mine.kept = []
        mine.child = asSeen(cloud)
        return
      }
      const undoes = mine.child.lastAct
      if (what === 'undo' && undoes === undefined) return
      if (what !== 'undo') {
        const ticket = { siteId: site, date: MONDAY }
        const act = { ticket, act: what, siteId: site, reservation: mine.child, now }
        if (!decideDoor(act).ok) return
      }
      const told: KeptAct =
        what === 'undo'
          ? {
              nonce,
              at: now,
              act: 'undo',
              bookingId: 'b' as never,
              undoes: undoes ?? '',
              reason: 'wrong_act',
            }
          : { nonce, at: now, act: what, code: 'scanned' }
      mine.kept.push(told)
      mine.child = seenSince(mine.child, [told])
      Object.assign(all, recordsOf([told]))
    })
    for (const { kept } of seen) cloud = withRecords(cloud, recordsOf(kept))
    return { all, told: cloud.door ?? {} }
  }

  const asSeen = (now: typeof reservation) => {
    const { last } = attendanceOf(now.door ?? {})
    return { ...now, ...(last === undefined ? {} : { lastAct: last }) }
  }
  const recordsOf = (kept: readonly KeptAct[]): DoorRecords =>
    Object.fromEntries(
      kept.map((told) => [
        told.nonce,
        told.act === 'undo'
          ? { act: 'undo', at: told.at, by: 'lin', undoes: told.undoes, reason: told.reason }
          : {
              act: told.act === 'out' ? 'out' : 'in',
              at: told.at,
              by: 'lin',
              way: 'ticket',
            },
      ]),
    )

  test('nothing that happened is lost, and nothing happens twice', () =>
    fc.assert(
      fc.property(steps, (taken) => {
        const { all, told } = play(taken)
        expect(told).toEqual(all)
        expect(withRecords({ ...reservation, door: told }, all).door).toBe(told)
      }),
    ))

  test('in whatever order and portions phones tell, the child is in the same place', () =>
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat({ max: 1000 })), (taken, random) => {
        const { all } = play(taken)
        const shuffled = Object.entries(all)
          .map((each) => ({ each, by: random.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each)
        let now = reservation
        while (shuffled.length > 0) {
          const portion = shuffled.splice(0, 1 + ((random.next().value as number) % 3))
          now = withRecords(now, Object.fromEntries(portion))
        }
        expect(attendanceOf(now.door ?? {})).toEqual(attendanceOf(all))
        const { state } = now
        expect(state).toBe(attendanceOf(all).state)
      }),
    ))

  test('the headcount is the children inside, of any day that three phones play', () =>
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 6 }), (children) => {
        const told = children.map((taken) => play(taken))
        const inside = told.filter(
          ({ told: records }) => withRecords(reservation, records).state === 'inside',
        )
        // Counted by hand: came in, not undone, and has not gone since.
        const byHand = told.filter(({ all }) => isInside(all))
        expect(inside.length).toBe(byHand.length)
      }),
    ))

  /** The same told as a story, without the rule's code. */
  function isInside(all: DoorRecords): boolean {
    const undone = Object.values(all).flatMap((each) => (each.act === 'undo' ? [each.undoes] : []))
    const story = Object.entries(all)
      .filter(([nonce, { act }]) => act !== 'undo' && !undone.includes(nonce))
      .sort(([, a], [, b]) => a.at - b.at)
      .map(([, { act }]) => act)
    const first = story.indexOf('in')
    return first >= 0 && !story.slice(first).includes('out')
  }
})
