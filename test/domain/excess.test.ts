import { excessOf } from '../../miniprogram/domain/excess'
import type { DayBook } from '../../miniprogram/domain/day'
import { replanDay } from '../../miniprogram/domain/replan-day'
import { MONDAY, aDay, type DayFacts } from '../support/a-day'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { bookedOn, type BookedFacts } from '../support/booked-on'

const EVENING = anInstant('2026-09-06 20:00')
const NAMES = ['An', 'Bei', 'Chi', 'Dou', 'En', 'Fei', 'Guo', 'He'] as const

/** The day after its plan became another: who would have to give way, at what time and why. */
const asked = (bookings: readonly BookedFacts[], plan: DayFacts, now = EVENING): string[] =>
  answersOf(replanDay(bookedOn(aDay(), bookings), aDay(plan), now) as DayBook, now)
const answersOf = (day: DayBook, now = EVENING): string[] =>
  excessOf(day, now).map(({ id, at, limit }) => `${id.replace('-1', '')} ${at} ${limit}`)

const wholeMorning = NAMES.map((who): BookedFacts => ({ who, span: '9:00-12:00' }))
const oneCarer = { carers: { little: 2, big: 1 } }

test('while the plan has room for everybody, nobody is listed', () =>
  expect(asked(wholeMorning, {})).toEqual([]))

test('a carer calls in sick: of eight big ones seven can stay, and the last to book is asked', () =>
  expect(asked(wholeMorning, oneCarer)).toEqual(['He 09:00 carers']))

test('without any carer all are asked, the last to book first', () =>
  expect(asked(wholeMorning.slice(0, 3), { carers: { little: 2 } })).toEqual([
    'Chi 09:00 carers',
    'Bei 09:00 carers',
    'An 09:00 carers',
  ]))

test('only those are asked whose half hours are too full', () => {
  //                                            9    10   11
  const early = NAMES.map((who): BookedFacts => ({ who, span: '██····' }))
  const late = ['Ian', 'Jin'].map((who): BookedFacts => ({ who, span: '··██··' }))
  expect(asked([...early, ...late], oneCarer)).toEqual(['He 09:00 carers'])
})

test('one who gives way at nine is not counted again at ten, so that no family is asked for nothing', () => {
  const seven = wholeMorning.slice(0, 7)
  const nine = { who: 'He', span: '9:00-10:00', at: 90 }
  const ten = { who: 'Ian', span: '10:00-12:00', at: 80 }
  expect(asked([...seven, nine, ten], oneCarer)).toEqual(['He 09:00 carers', 'Ian 10:00 carers'])
  const long = { ...nine, span: '9:00-12:00', at: 70 }
  const six = wholeMorning.slice(0, 6)
  expect(asked([...six, { who: 'Guo', span: '9:00-10:00' }, long, ten], oneCarer)).toEqual([
    'He 09:00 carers',
  ])
})

test('a child inside is never asked, and what is left of the excess stays in sight elsewhere', () => {
  const inside = wholeMorning.map((each) => ({ ...each, state: 'inside' }) as const)
  const late = { who: 'Ian', span: '9:00-12:00' }
  expect(asked([...inside.slice(0, 7), late], oneCarer)).toEqual(['Ian 09:00 carers'])
  expect(asked(inside, oneCarer)).toEqual([])
})

test('who has gone home or cancelled takes no place', () => {
  const [, second, ...others] = wholeMorning
  const gone = { ...second!, state: 'gone' } as const
  expect(asked([wholeMorning[0]!, gone, ...others], oneCarer)).toEqual([])
})

test('half hours that are over ask nobody', () =>
  expect(asked(wholeMorning, oneCarer, anInstant('2026-09-07 11:30'))).toEqual(['He 11:30 carers']))

test('a lower cap and a smaller room are named as what they are', () => {
  const three = wholeMorning.slice(0, 3)
  const [little, big] = aDay().groups
  const groups = [little!, { ...big!, cap: 2 }]
  expect(asked(three, { site: { groups } })).toEqual(['Chi 09:00 group'])
  expect(asked(three, { site: { places: 2 } })).toEqual(['Chi 09:00 room'])
})

test('groups are staffed apart: a carer too few for the little ones asks no big one', () => {
  const little = { who: 'Xiao', span: '9:00-10:00', months: 20, group: 'little' }
  expect(asked([little, ...wholeMorning.slice(0, 2)], { carers: { big: 1 } })).toEqual([
    'Xiao 09:00 carers',
  ])
})

test('closed time and time outside the hours have no room for anybody', () => {
  const two = [
    { who: 'An', span: '9:00-10:00' },
    { who: 'Bei', span: '11:00-12:00' },
  ]
  const closures = [{ date: MONDAY, span: aSpan('11:30-12:00'), why: '消毒' }]
  expect(asked(two, { closures })).toEqual(['Bei 11:30 closed'])
  expect(asked(two, { site: { hours: { 1: aSpan('9:30-12:00') } } })).toEqual(['An 09:00 closed'])
  expect(asked(two, { closures: [{ date: MONDAY, why: '台风' }] })).toEqual([
    'Bei 11:00 closed',
    'An 09:00 closed',
  ])
})
