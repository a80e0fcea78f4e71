import type { Audience } from '../../miniprogram/domain/audience'
import type { GroupId } from '../../miniprogram/domain/ids'
import { localDate } from '../../miniprogram/domain/time'
import { toldWords } from '../../miniprogram/view/booking-page'
import { closedPageOf, closingPageOf } from '../../miniprogram/view/close-now'
import { audienceFormOf, audienceWords, withChoice } from '../../miniprogram/view/notice-audience'
import { noticeDraftOf, shortMoment, wrongOf } from '../../miniprogram/view/notice-draft'
import { noticeErrorsOf } from '../../miniprogram/view/notice-errors'
import { noticePageOf, noticeRowOf } from '../../miniprogram/view/notice-page'
import { NO_REACH, addReach, reachViewOf } from '../../miniprogram/view/notice-reach'
import { allowedWords, languageChoicesOf } from '../../miniprogram/view/notice-wish'
import { anInstant } from '../support/an-instant'
import { aSpan } from '../support/a-span'

const now = anInstant('2026-11-25 14:00')
const TODAY = localDate('2026-11-25')
const groups = [{ id: 'small' as GroupId, name: '托小班', fromMonths: 18, toMonths: 24 }]
const typed = { title: '周五下午闭园消毒', text: '14点起闭园，周六照常开放' }
const free = { households: 80, at: undefined }

describe('A notice while it is written', () => {
  test('counts its letters', () => {
    const draft = noticeDraftOf(typed, free, now)
    expect([draft.title.count, draft.text.count, draft.text.over]).toEqual([
      '8 / 20',
      '13 / 20',
      false,
    ])
    expect(noticeDraftOf({ ...typed, text: '一'.repeat(21) }, free, now).text.over).toBe(true)
  })

  test('looks as WeChat will show it, at the moment when it goes out', () => {
    const at = anInstant('2026-11-27 08:00')
    expect(noticeDraftOf({ title: '闭园', text: '' }, { ...free, at }, now)).toMatchObject({
      previewTitle: '社区通知提醒',
      preview: [
        { label: '标题', text: '闭园' },
        { label: '说明', text: '（还没写）' },
        { label: '时间', text: '2026年11月27日 08:00' },
      ],
    })
  })

  test('has a button that says to how many and when', () => {
    expect(noticeDraftOf(typed, free, now).button).toBe('发给 80 家')
    const at = anInstant('2026-11-26 08:00')
    expect(noticeDraftOf(typed, { households: 80, at }, now).button).toBe('明天 8:00 发给 80 家')
    expect(noticeDraftOf(typed, { households: undefined, at: undefined }, now).button).toBe('发出')
  })

  test('says beside each field what is wrong', () => {
    expect(wrongOf(typed, free, now)).toEqual({})
    const wrong = wrongOf({ title: ' ', text: '一'.repeat(21) }, { households: 0, at: now }, now)
    expect(Object.keys(wrong)).toEqual(['title', 'text', 'audience', 'at'])
    expect(wrong['audience']).toBe('没有家庭符合，请放宽条件')
  })

  test('puts the function’s no beside the field, too', () => {
    const fields = [
      { path: 'audience.ages', why: 'wrong' as const },
      { path: 'at', why: 'wrong' as const },
    ]
    expect(Object.keys(noticeErrorsOf({ code: 'invalid_input', fields }))).toEqual(['ages', 'at'])
    expect(Object.keys(noticeErrorsOf({ code: 'nobody_to_tell' }))).toEqual(['audience'])
    expect(noticeErrorsOf({ code: 'busy' })).toEqual({})
  })
})

describe('For whom it is', () => {
  test('is chosen by tapping, and given up by tapping 不限', () => {
    let audience: Audience = {}
    audience = withChoice(audience, 'ages', 'chosen', TODAY)
    audience = withChoice(audience, 'groupId', 'small', TODAY)
    audience = withChoice(audience, 'booked', 'tomorrow', TODAY)
    audience = withChoice(audience, 'language', 'cantonese', TODAY)
    expect(audience).toEqual({
      ages: { fromMonths: 24, toMonths: 30 },
      groupId: 'small',
      booked: { from: '2026-11-26', to: '2026-11-26' },
      language: 'cantonese',
    })
    expect(audienceWords(audience, groups)).toBe('24–30 个月，托小班，11 月 26 日有预约，想看粤语')
    for (const field of ['ages', 'groupId', 'booked', 'language'] as const)
      audience = withChoice(audience, field, 'any', TODAY)
    expect(audienceWords(audience, groups)).toBe('所有家庭')
  })

  test('shows what is chosen', () => {
    const audience = withChoice({}, 'booked', 'week', TODAY)
    const form = audienceFormOf(audience, groups, TODAY)
    expect(form.bookings.filter(({ on }) => on).map(({ label }) => label)).toEqual(['七天内'])
    expect(form.booked?.words).toEqual(['11 月 25 日', '12 月 1 日'])
    expect(form.months).toBeNull()
  })

  test('names a group that is gone as such', () =>
    expect(audienceWords({ groupId: 'old' as GroupId }, groups)).toBe('已取消的班'))
})

describe('Reach', () => {
  const line = {
    householdId: 'h',
    guardian: '小雨妈妈',
    phone: '13800138000',
    children: ['小雨', '小雪'],
  }

  test('is a share and a call list, summed up page by page', () => {
    const one = { households: 3, byMessage: 3, byCall: [] }
    const two = { households: 1, byMessage: 0, byCall: [line] }
    expect(reachViewOf(addReach(addReach(NO_REACH, one), two), now)).toMatchObject({
      percent: 75,
      callWords: '1 家需要打电话',
      rows: [{ guardian: '小雨妈妈', children: '小雨、小雪', called: false }],
      quiet: '',
    })
  })

  test('of nobody is said as that', () =>
    expect(reachViewOf(NO_REACH, now).callWords).toBe('没有家庭符合'))

  test('draws no more lines than a person would ring', () => {
    const many = { households: 120, byMessage: 0, byCall: Array.from({ length: 120 }, () => line) }
    const { rows, more } = reachViewOf(many, now)
    expect([rows.length, more]).toEqual([100, '还有 20 家，发出后在通知里看'])
  })

  test('at night says when WeChat will bring it', () => {
    const quietUntil = anInstant('2026-11-26 07:30')
    expect(reachViewOf({ ...NO_REACH, quietUntil }, now).quiet).toContain('明天 7:30 发')
  })
})

describe('A notice that has gone', () => {
  const notice = {
    id: 'n1',
    ...typed,
    audience: {},
    state: 'gone' as const,
    at: anInstant('2026-11-25 08:05'),
    byName: '社区小李',
    families: 80,
    byMessage: 61,
  }
  const none = {
    sent: 0,
    waiting: 0,
    inbox: 0,
    refused: 0,
    failed: 0,
    unknown: 0,
    expired: 0,
    recalled: 0,
  }
  const called = {
    householdId: 'h',
    guardian: '小雨妈妈',
    phone: '1',
    children: [],
    calledBy: '社区小李',
  }
  const page = (counts: object, calls = [called], more: object = {}, pending = 0) =>
    noticePageOf(
      { notice: { ...notice, ...more }, counts: { ...none, ...counts }, pending, calls },
      groups,
      now,
    )

  test('says when, by whom, how far', () =>
    expect(noticeRowOf(notice, now)).toMatchObject({
      when: '今天 8:05 · 社区小李',
      chip: '已发出',
      reach: '微信 61 / 80 家',
    }))

  test('shows only counts that there are, and why', () =>
    expect(page({ sent: 61, inbox: 19 }).lines).toEqual([
      { label: '微信收下了', count: 61, why: '' },
      { label: '只在小程序里', count: 19, why: '没有允许微信提醒' },
    ]))

  test('can be taken back while something waits, then not', () => {
    expect(page({ failed: 3 }, [], {}, 3).recall).toBe('撤回还没发出的')
    expect(page({ sent: 80, failed: 3 }).recall).toBe('')
    expect(page({}, [], { state: 'planned' }).recall).toBe('不发了')
  })

  test('is looked at again while it moves', () =>
    expect([page({ waiting: 1 }, [], {}, 1).isMoving, page({ sent: 1 }).isMoving]).toEqual([
      true,
      false,
    ]))

  test('counts the calls that are left', () => {
    const { calledBy: _by, ...left } = called
    expect(page({}).callWords).toBe('电话都打过了')
    expect(
      noticePageOf({ notice, counts: none, pending: 0, calls: [called, left] }, groups, now)
        .callWords,
    ).toBe('还有 1 家要打电话')
  })
})

describe('Closing at once', () => {
  const facts = {
    today: { date: TODAY, hours: aSpan('8:30-18:00') },
    bookings: [
      { name: '小雨', date: TODAY, span: aSpan('9:00-11:00') },
      { name: '安安', date: TODAY, span: aSpan('15:00-17:00') },
    ],
    families: 80,
    byMessage: 61,
  }

  test('says before the tap what it will do', () => {
    expect(closingPageOf(facts, { whole: false, why: '停水停电' }, now)).toEqual({
      rest: '14:00–18:00 不开放',
      bookings: '取消 1 个预约，都不收费',
      families: '告诉 80 家，微信约 61 家，夜里也发',
      title: '今天提前闭园',
      text: '停水停电，14:00起请来接',
      button: '现在闭园，告诉 80 家',
      over: false,
    })
    expect(closingPageOf(facts, { whole: true, why: '台风停园' }, now)).toMatchObject({
      bookings: '取消 2 个预约，都不收费',
      button: '今天闭园，告诉 80 家',
    })
  })

  test('of a day that is closed is nothing to tap', () =>
    expect(
      closingPageOf({ ...facts, today: undefined }, { whole: true, why: '台风' }, now).over,
    ).toBe(true))

  test('names the children to be fetched', () => {
    const inside = [{ householdId: 'h', guardian: '小雨妈妈', phone: '1', children: ['小雨'] }]
    const done = { cancelled: 1, notice: { id: 'n', families: 80, byMessage: 61 }, inside }
    expect(closedPageOf(done)).toMatchObject({
      words: '取消了 1 个预约，都不收费。80 家的小程序里都有了，微信约 61 家。',
      insideWords: '还在园里的孩子，请打电话来接',
    })
    expect(closedPageOf({ ...done, inside: [] }).insideWords).toBe('园里没有孩子了')
  })
})

test('what a guardian wishes: how many more, in which language', () => {
  expect(allowedWords(2)).toBe('约还能发 2 条到微信')
  expect(allowedWords(0)).toBe('下一条只在这里，不会到微信')
  expect(languageChoicesOf('cantonese').filter(({ on }) => on)).toMatchObject([{ label: '粤语' }])
})

test('what the ticket’s button was allowed is said back', () =>
  expect(toldWords(['inside', 'gone'])).toBe('好的，入园、离园会发到微信'))

test('a moment is said as people say it', () => {
  expect(shortMoment(anInstant('2026-11-25 08:00'), now)).toBe('今天 8:00')
  expect(shortMoment(anInstant('2026-12-01 08:00'), now)).toBe('12 月 1 日 周二 8:00')
})
