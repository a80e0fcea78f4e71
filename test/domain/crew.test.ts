import fc from 'fast-check'
import {
  offerSpot,
  openSpotsOf,
  partOf,
  takeSpot,
  withoutPerson,
} from '../../miniprogram/domain/crew'
import type { Session } from '../../miniprogram/domain/session'
import { aSession } from '../support/a-session'
import { aVolunteer } from '../support/a-volunteer'

const may = aVolunteer({ id: 'may', name: '阿May' })
const li = aVolunteer({ id: 'li', name: '李阿姨', team: 'volunteer' })
const open = aSession({ leader: { name: '', role: 'mother' }, helpersWanted: 1 })
const taken = (session: Session, person = may, part: 'lead' | 'help' = 'lead') => {
  const result = takeSpot(session, person, part)
  return result.ok ? result.value : result.refusal.code
}
const after = (session: Session, person = may, part: 'lead' | 'help' = 'lead'): Session => {
  const result = takeSpot(session, person, part)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.session
}

describe('an open session', () => {
  test('has a spot for its leader and for each helper it wants', () => {
    expect(openSpotsOf(open)).toEqual({ lead: 1, help: 1 })
    expect(openSpotsOf(aSession())).toEqual({ lead: 0, help: 0 })
  })

  test('takes the first who signs up, and tells the second that it is taken', () => {
    const led = after(open)
    expect(led.leader).toEqual({ personId: 'may', name: '阿May', role: 'mother' })
    expect(taken(led, li)).toBe('spot_taken')
  })

  test('is signed up for once by each', () => {
    expect(taken(after(open), may, 'help')).toBe('already_signed_up')
    expect(taken(after(open, may, 'help'), may, 'lead')).toBe('already_signed_up')
  })
})

describe('a spot that is offered', () => {
  const offered = offerSpot(after(open), may.id, true) as Session
  test('stays with its person until somebody takes it', () => {
    expect(partOf(offered, may.id)).toBe('lead')
    expect(openSpotsOf(offered).lead).toBe(1)
    expect(taken(offered, li)).toMatchObject({
      from: 'may',
      session: { leader: { personId: 'li', name: '李阿姨', role: 'volunteer' } },
    })
  })
  test('may be kept after all', () =>
    expect(openSpotsOf(offerSpot(offered, may.id, false) as Session).lead).toBe(0))
  test('of a helper is handed on alike, after the free ones', () => {
    const helped = after({ ...open, helpersWanted: 2 }, may, 'help')
    const offers = offerSpot(helped, may.id, true) as Session
    expect(taken(offers, li, 'help')).not.toHaveProperty('from')
    const full = after(offers, li, 'help')
    const third = aVolunteer({ id: 'joyce', name: 'Joyce' })
    expect(taken(full, third, 'help')).toMatchObject({
      from: 'may',
      session: { helpers: [{ personId: 'joyce' }, { personId: 'li' }] },
    })
  })
  test('is only one that somebody has', () => expect(offerSpot(open, may.id, true)).toBeUndefined())
})

test('who leaves leaves the spot open and nobody else', () => {
  const crew = after(after(open), li, 'help')
  expect(openSpotsOf(withoutPerson(crew, may.id))).toEqual({ lead: 1, help: 0 })
  expect(partOf(withoutPerson(crew, may.id), li.id)).toBe('help')
  expect(withoutPerson(crew, li.id).helpers).toEqual([])
})

test('whatever people sign up for, offer and leave, nobody has two spots and no spot two people', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => aVolunteer({ id, name: id }))
  const step = fc.record({
    who: fc.nat(3),
    act: fc.constantFrom('lead', 'help', 'offer', 'leave'),
    offered: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let session: Session = { ...open, helpersWanted: 2 }
      for (const { who, act, offered } of steps) {
        const person = people[who] ?? may
        if (act === 'offer') session = offerSpot(session, person.id, offered) ?? session
        else if (act === 'leave') session = withoutPerson(session, person.id)
        else {
          const result = takeSpot(session, person, act)
          session = result.ok ? result.value.session : session
        }
        const ids = (session.helpers ?? []).map(({ personId }) => personId)
        const all = [...ids, ...(session.leader.personId ? [session.leader.personId] : [])]
        expect(new Set(all).size).toBe(all.length)
        expect(ids.length).toBeLessThanOrEqual(2)
      }
    }),
  )
})
