import type { GroupId } from '../../miniprogram/domain/ids'
import { STANDARD_HEALTH } from '../../miniprogram/domain/illness'
import { LOAN_RULES } from '../../miniprogram/domain/loan'
import type { Settings } from '../../miniprogram/domain/setting'
import { settingProblems } from '../../miniprogram/domain/setting-problems'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { changeCardsOf, changeLines, type ChangeView } from '../../miniprogram/view/change-words'
import { groupsFormOf, steppedGroup, withNewGroup } from '../../miniprogram/view/groups-form'
import { loanFormOf, loanRulesOf } from '../../miniprogram/view/loan-form'
import { releaseFormOf, steppedLimit, toggledDraw } from '../../miniprogram/view/release-form'
import { settingErrorsOf } from '../../miniprogram/view/setting-errors'
import { excessNote, settingsRowsOf, weekWords } from '../../miniprogram/view/settings-page'
import { staffRowsOf, toggledRole } from '../../miniprogram/view/staff-list'
import { BIG, LITTLE } from '../support/a-site'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

const at = anInstant('2026-11-25 10:05')
const facts = { id: 'one', at, byName: '何经理', from: localDate('2026-11-25') }
const hours = { week: { 1: aSpan('8:30-18:00'), 2: aSpan('8:30-18:00'), 6: aSpan('9:00-17:00') } }
const release = {
  tranches: [{ daysBefore: 7, at: localTime('20:00'), percent: 100 }],
  weekMinutes: 1200,
}
const settings: Settings = {
  hours,
  groups: { places: 19, groups: [LITTLE, BIG] },
  release,
  health: STANDARD_HEALTH,
  loans: LOAN_RULES,
  notices: { guardian: '', children: '' },
}

describe('The list of settings', () => {
  const page = { settings, notices: { guardian: '1', children: '1' }, tariffVersion: '', staff: 6 }

  test('says in a line how each stands', () => {
    const rows = settingsRowsOf(page, ['operator'])
    const now = (key: string) => rows.find((row) => row.key === key)?.now
    expect(now('hours')).toBe('周一至周二 8:30–18:00，周六 9:00–17:00')
    expect(now('release')).toBe('分 1 批放位 · 每家每周 20 小时')
    expect(now('loans')).toBe('一次 14 天 · 一家最多 3 本')
    expect(now('tariff')).toBe('还没有')
    expect(weekWords({})).toBe('每天都休息')
  })

  test('shows a lead the health rules alone', () =>
    expect(settingsRowsOf(page, ['lead']).map(({ key }) => key)).toEqual(['health']))
})

describe('A change in words', () => {
  const lines = (change: object) => changeLines({ ...facts, ...change } as ChangeView)

  test.each([
    ['hours', hours, { ...hours, nap: aSpan('12:30-14:00') }, ['午睡：没有 → 12:30–14:00']],
    [
      'groups',
      settings.groups,
      { places: 21, groups: [LITTLE] },
      ['教室：19 位 → 21 位', '去掉 big'],
    ],
    ['release', release, { tranches: release.tranches }, ['每家每周：20 小时 → 不限']],
    [
      'health',
      STANDARD_HEALTH,
      { ...STANDARD_HEALTH, feverTenths: 375 },
      ['几度起回家：37.3 ℃ → 37.5 ℃'],
    ],
    ['loans', LOAN_RULES, { days: 21, most: 3 }, ['一次借：14 天 → 21 天']],
    [
      'notices',
      settings.notices,
      { guardian: '', children: '有监控。' },
      ['儿童个人信息说明的补充改成：有监控。'],
    ],
    ['tariff', '2026-09', '2026-12', ['2026-09 版 → 2026-12 版']],
  ])('%s', (what, before, after, words) => expect(lines({ what, before, after })).toEqual(words))

  test('a role that ended, with whose it was', () =>
    expect(lines({ what: 'roles', whoName: '周老师', before: ['carer'], after: [] })).toEqual([
      '周老师：老师 → 不再任职',
    ]))

  test('says who and when, from when, and what became of it', () => {
    const tariff = { ...facts, id: 'two', what: 'tariff', before: '', after: 'new' } as const
    const change = { ...tariff, from: localDate('2026-12-01') }
    const undo = { ...facts, what: 'hours', before: hours, after: hours, undoes: 'two' } as const
    const cards = changeCardsOf([
      { change: undo, undoable: true },
      { change, undoable: false },
    ])
    expect(cards).toMatchObject([
      { who: '何经理 11 月 25 日 10:05', from: '', note: '撤回了前一次的修改', undoable: true },
      { from: '12 月 1 日 周二起', note: '已撤回', undoable: false },
    ])
  })
})

describe('Forms of the desk', () => {
  test('the ratio steps down from the standard’s and back to it', () => {
    const six = steppedGroup(BIG, 'mostPerCarer', -1)
    expect(six.mostPerCarer).toBe(6)
    expect(steppedGroup(six, 'mostPerCarer', 1)).not.toHaveProperty('mostPerCarer')
  })

  test('what is wrong stands beside its field', () => {
    const errors = settingErrorsOf([{ field: 'groups.1.cap', why: 'standard' }])
    const { rows } = groupsFormOf(settings.groups, errors)
    expect(rows[1]?.wrong.cap).toContain('国家标准')
    expect(rows[0]?.wrong.cap).toBe('')
    const added = withNewGroup(settings.groups, 'new-group')
    expect(added.groups[2]).toMatchObject({ id: 'new-group' as GroupId, name: '' })
  })

  test('a number of books that is none is said beside its field, and stays typed', () => {
    const typed = { days: '二十', most: '4' }
    const errors = settingErrorsOf(settingProblems({ what: 'loans', value: loanRulesOf(typed) }))
    expect(errors).toEqual({ days: '请填 1 到 60 天。' })
    expect(loanRulesOf({ days: '21', most: '4' })).toEqual({ days: 21, most: 4 })
    expect(loanFormOf(LOAN_RULES)).toEqual({ days: '14', most: '3' })
  })

  test('a tranche is drawn at a tap; a limit beyond its last step is none', () => {
    const [first] = release.tranches
    const drawn = first && toggledDraw(first)
    const form = releaseFormOf({ tranches: drawn ? [drawn] : [] }, {})
    expect(form.rows[0]).toMatchObject({ when: '提前 7 天', draw: '提前 24 小时收报名' })
    expect(form).toMatchObject({ sum: '合计 100%', week: '不限' })
    expect(steppedLimit(120, 1, [60, 120, 60])).toBeUndefined()
    expect(steppedLimit(undefined, -1, [60, 120, 60])).toBe(120)
  })

  test('no role chosen ends the work, and the page says so', () => {
    const staff = [
      { key: 'b', name: '陈老师', roles: ['carer'] as const, me: false },
      { key: 'a', name: '何经理', roles: ['operator'] as const, me: true },
    ]
    const edit = toggledRole({ key: 'b', roles: ['carer'] }, 'carer')
    const rows = staffRowsOf(staff, edit)
    expect(rows.map(({ name }) => name)).toEqual(['何经理（我）', '陈老师'])
    expect(rows[1]).toMatchObject({ editing: true, ends: true })
  })

  test('bookings that no longer fit are told with their number', () => {
    expect(excessNote(0)).toContain('已保存')
    expect(excessNote(2)).toContain('2 个预约放不下')
  })
})
