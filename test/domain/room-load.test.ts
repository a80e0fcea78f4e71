import { comingOf, loadNext, loadNow, type Counted } from '../../miniprogram/domain/room-load'
import type { GroupId } from '../../miniprogram/domain/ids'
import { localTime } from '../../miniprogram/domain/time'
import { aSpan } from '../support/a-span'

const big = 'big' as GroupId
const child = (span: string, state: Counted['state'] = 'inside', ageMonths = 30): Counted => ({
  state,
  groupId: big,
  ageMonths,
  span: aSpan(span),
})
const time = localTime('10:05')
const half = aSpan('10:30-11:00')

test('now counts who is inside, whatever they booked; expected and gone ones do not count', () =>
  expect(
    loadNow(
      [
        child('9:00-10:00'),
        child('10:00-11:00'),
        child('10:00-11:00', 'booked'),
        child('9:00-10:00', 'gone'),
      ],
      big,
      1,
      time,
    ),
  ).toEqual({ children: 2, overstaying: 1, carers: 1, load: 10, missing: 0 }))

test('the next half hour counts who is booked for it and who has not been fetched', () => {
  const children = [
    child('9:00-10:00'),
    child('9:00-10:30'),
    child('9:00-11:00'),
    child('10:30-12:00', 'booked'),
    child('11:00-12:00', 'booked'),
  ]
  expect(loadNext(children, big, 1, { half, time })).toMatchObject({ children: 3, overstaying: 1 })
})

test('an eighth child that nobody fetched makes one carer too few for the next half hour', () => {
  const seven = Array.from({ length: 7 }, () => child('10:30-11:30', 'booked'))
  expect(loadNext(seven, big, 1, { half, time }).missing).toBe(0)
  const late = [...seven, child('9:00-10:00')]
  expect(loadNext(late, big, 1, { half, time })).toMatchObject({ missing: 1, overstaying: 1 })
})

test('a child whose adult stays is a head of the room and needs no carer', () => {
  const seven = Array.from({ length: 7 }, () => child('10:00-11:00'))
  const all = [...seven, { ...child('10:00-11:00'), accompanied: true as const }]
  expect(loadNow(all, big, 1, time)).toMatchObject({ children: 7, load: 35, missing: 0 })
  expect(loadNext(all, big, 1, { half, time })).toMatchObject({ children: 7, missing: 0 })
  expect(comingOf(all, { half, time })).toHaveLength(8)
})
