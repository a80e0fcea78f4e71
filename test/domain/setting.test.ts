import { displacedBy } from '../../miniprogram/domain/displaced'
import {
  changedSite,
  sameValue,
  settingsOf,
  siteChangeOf,
  type NamedSetting,
} from '../../miniprogram/domain/setting'
import { decideUndo, type SettingChange } from '../../miniprogram/domain/setting-change'
import { settingProblems } from '../../miniprogram/domain/setting-problems'
import { decideRoles } from '../../miniprogram/domain/staff'
import type { Tranche } from '../../miniprogram/domain/release'
import { localTime } from '../../miniprogram/domain/time'
import { aDay } from '../support/a-day'
import { BIG, LITTLE, aGroup, aSite } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { bookedOn } from '../support/booked-on'

const now = anInstant('2026-09-06 10:00')
const groups = (more: object) =>
  settingProblems({
    what: 'groups',
    value: { places: 19, groups: [LITTLE, { ...BIG, ...more }] },
  }).map(({ field, why }) => `${field} ${why}`)
const days = (daysBefore: number, percent: number, more: object = {}): Tranche => ({
  daysBefore,
  at: localTime('20:00'),
  percent,
  ...more,
})
const release = (...tranches: Tranche[]) =>
  settingProblems({ what: 'release', value: { tranches } }).map(
    ({ field, why }) => `${field} ${why}`,
  )

describe('What a site may not decide is said beside its field', () => {
  test.each([
    ['a group without a name', { name: ' ' }, 'groups.1.name missing'],
    ['two groups of one name', { name: LITTLE.name }, 'groups.1.name taken'],
    ['an age span backwards', { fromMonths: 36, toMonths: 24, cap: 10 }, 'groups.1.ages ages'],
    ['more than twenty from two years', { cap: 21 }, 'groups.1.cap standard'],
    ['more in a group than in the room', { cap: 20 }, 'groups.1.cap room'],
    ['eight a carer', { cap: 19, mostPerCarer: 8 }, 'groups.1.mostPerCarer ratio'],
  ])('%s', (_name, more, problem) => expect(groups(more)).toContain(problem))

  test('a room without a group', () =>
    expect(settingProblems({ what: 'groups', value: { places: 19, groups: [] } })).toEqual([
      { field: 'groups', why: 'missing' },
    ]))

  test('groups as the standard has them are fine', () => expect(groups({ cap: 19 })).toEqual([]))

  test.each([
    ['shares that are not a hundred', [days(7, 70), days(1, 20)], 'sum sum'],
    ['tranches backwards', [days(1, 50), days(7, 50)], 'tranches.1 order'],
    [
      'requests gathered before the tranche before is open',
      [days(2, 50), days(1, 50, { drawMinutes: 1500 })],
      'tranches.1 draw',
    ],
    [
      'urgent places that are drawn',
      [days(2, 50), { minutesBefore: 120, percent: 50, drawMinutes: 60 }],
      'tranches.1 draw',
    ],
  ])('%s', (_name, tranches, problem) => expect(release(...tranches)).toContain(problem))

  test('a drawn tranche a week ahead and urgent places are fine', () =>
    expect(
      release(days(7, 90, { drawMinutes: 1440 }), { minutesBefore: 120, percent: 10 }),
    ).toEqual([]))

  test('books that go home for a season, or none at all', () => {
    const loans = (days: number, most: number) =>
      settingProblems({ what: 'loans', value: { days, most } })
    expect(loans(90, 0)).toEqual([
      { field: 'days', why: 'loan_days' },
      { field: 'most', why: 'loan_books' },
    ])
    expect(loans(21, 4)).toEqual([])
  })

  test('a nap while nobody is there', () => {
    const week = { 1: aSpan('9:00-12:00') }
    const nap = (span: string) =>
      settingProblems({ what: 'hours', value: { week, nap: aSpan(span) } })
    expect(nap('12:30-14:00')).toEqual([{ field: 'nap', why: 'closed' }])
    expect(nap('10:00-11:00')).toEqual([])
  })
})

describe('A setting', () => {
  test('goes into the site whole, and comes out as it went in', () => {
    const value = { tranches: [days(7, 100)], weekMinutes: 600 }
    const site = aSite({ longestMinutes: 540 })
    const after = changedSite(site, siteChangeOf(site, { what: 'release', value }, now))
    expect(settingsOf(after).release).toEqual(value)
    expect('longestMinutes' in after).toBe(false)
  })

  test('of words that did not change is no other edition: nobody is asked again', () => {
    const since = anInstant('2026-09-01 10:00')
    const site = aSite({ notices: { children: { text: '有监控。', edition: 3, since } } })
    const value = { guardian: '电话也会打给奶奶。', children: '有监控。' }
    expect(siteChangeOf(site, { what: 'notices', value }, now).notices).toEqual({
      guardian: { text: '电话也会打给奶奶。', edition: 1, since: now },
      children: { text: '有监控。', edition: 3, since },
    })
  })

  test('means the same in whatever order its fields stand', () => {
    expect(sameValue({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true)
    expect(sameValue([1, 2], [2, 1])).toBe(false)
  })
})

describe('Taking a change back', () => {
  const change = (more: Partial<SettingChange>) =>
    ({ what: 'groups', edition: 2, ...more }) as SettingChange

  test('is for the last change of its kind', () => {
    expect(decideUndo(change({}), { groups: 2, hours: 7 }).ok).toBe(true)
    expect(decideUndo(change({}), { groups: 3 })).toMatchObject({
      refusal: { code: 'change_superseded' },
    })
  })

  test('is not for prices or roles: those have a next version, or their own page', () => {
    for (const what of ['tariff', 'roles'] as const)
      expect(decideUndo(change({ what }), { roles: 2 })).toMatchObject({
        refusal: { code: 'not_undoable', what },
      })
  })

  test('names the bookings that have room only by it', () => {
    const many = aDay({ site: { groups: [aGroup({ id: 'big', fromMonths: 18, cap: 2 })] } })
    const few = aDay({ site: { groups: [aGroup({ id: 'big', fromMonths: 18, cap: 1 })] } })
    const full = bookedOn(many, [
      { who: 'first', span: '9:00-10:00' },
      { who: 'second', span: '9:00-10:00' },
    ])
    expect(displacedBy(full, few, now)).toHaveLength(1)
    expect(displacedBy(full, many, now)).toEqual([])
    // A group that goes leaves all its children without a place.
    const other = aDay({ site: { groups: [aGroup({ id: 'mixed' })] } })
    expect(displacedBy(full, other, now)).toHaveLength(2)
  })
})

describe('Roles', () => {
  const staff = [
    { openid: 'he', roles: ['operator'] as const },
    { openid: 'chen', roles: ['carer', 'lead'] as const },
  ]

  test('of the last operator cannot be taken away', () => {
    expect(decideRoles(staff, 'he', ['carer'])).toMatchObject({
      refusal: { code: 'last_operator' },
    })
    const two = [...staff, { openid: 'wu', roles: ['operator'] as const }]
    expect(decideRoles(two, 'he', []).ok).toBe(true)
  })

  test('stand in one order, however they were ticked', () => {
    expect(decideRoles(staff, 'chen', ['operator', 'carer'])).toEqual({
      ok: true,
      value: { before: ['carer', 'lead'], after: ['carer', 'operator'] },
    })
  })
})

test('every setting of a site is one of these', () => {
  const named: NamedSetting['what'][] = ['hours', 'groups', 'release', 'health', 'loans', 'notices']
  expect(Object.keys(settingsOf(aSite()))).toEqual(named)
})
