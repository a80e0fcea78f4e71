import type { SeriesId, SiteId, WaitId } from '../../miniprogram/domain/ids'
import type { Item } from '../../miniprogram/domain/keeping'
import { fen } from '../../miniprogram/domain/money'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { eraseWords, erasedWords, sectionsOf, textOf } from '../../miniprogram/view/privacy'
import { aBill } from '../support/a-bill'
import { aChild } from '../support/a-child'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'
import { aBooking, viewChild } from './view-day'

const now = anInstant('2026-09-07 10:00')

describe('privacy', () => {
  const data = {
    at: now,
    guardians: [
      {
        name: '小雨妈妈',
        phone: '13800001001',
        consents: [{ notice: 'guardian', version: '2026-09', at: anInstant('2026-09-01 10:00') }],
      },
    ],
    papers: { at: anInstant('2026-09-02 09:00'), by: '林老师' },
    children: [{ ...viewChild(), birthDate: localDate('2024-08-07'), allergies: '花生' }],
    bookings: [aBooking()],
    bills: [{ ...aBill({}, '11:26'), childId: viewChild().id }],
    messages: [],
    passes: [{ name: '外婆', date: localDate('2026-11-26'), confirmedAt: now }],
    loans: [{ title: '抱抱', dueOn: localDate('2026-12-03'), renewed: true }],
    draws: [
      { date: localDate('2026-11-28'), span: aSpan('9:00-11:00'), childIds: [viewChild().id] },
    ],
    readings: [{ childId: viewChild().id, books: [{ title: '橘猫找家', times: 2 }] }],
    health: {
      [viewChild().id]: {
        checkUpUntil: localDate('2027-01-08'),
        lastHereOn: localDate('2026-09-04'),
      },
    },
    checks: [
      {
        childId: viewChild().id,
        date: localDate('2026-09-04'),
        tenths: 365,
        skin: 'spots' as const,
        mood: 'good' as const,
        belongings: 'safe' as const,
        medicine: { what: '炉甘石', authorised: true },
        illness: '手足口病',
        returnOn: localDate('2026-09-14'),
        by: '陈老师',
      },
    ],
    notes: [
      {
        childId: viewChild().id,
        date: localDate('2026-09-03'),
        note: { eaten: 'all' as const, sleptMinutes: 90, sentence: '会自己穿鞋了' },
      },
    ],
    incidents: [
      {
        date: localDate('2026-09-03'),
        time: localTime('10:20'),
        place: '户外',
        what: '摔了一跤',
        action: '冷敷',
        told: '打给妈妈',
        by: '林老师',
      },
    ],
    waits: [
      {
        id: 'w1' as WaitId,
        date: localDate('2026-11-27'),
        childIds: [viewChild().id],
        within: aSpan('9:00-12:00'),
        minutes: 120,
        ahead: 2,
      },
    ],
    series: [
      {
        id: 's1' as SeriesId,
        siteId: 'yucun' as SiteId,
        childIds: [viewChild().id],
        weekdays: [2, 4] as const,
        span: aSpan('9:00-11:00'),
        weeks: 4,
        mode: 'each' as const,
        seenTotalFen: fen(3000),
        askedAt: now,
        state: 'stands' as const,
        days: { '2026-09-08': { state: 'booked' as const, bookingIds: [] } },
      },
    ],
    absences: [{ date: localDate('2026-09-01'), counts: true, mayAppeal: true }],
    trial: { date: localDate('2026-09-01'), until: now },
    free: [{ date: localDate('2026-09-02'), minutes: 60 }],
    wishes: {
      language: 'cantonese' as const,
      allowed: { notice: 2, offer: 0 },
      refused: { gone: 1 },
    },
    volunteers: [
      {
        name: '阿玲',
        team: 'mother' as const,
        appliedAt: anInstant('2026-08-01 10:00'),
        hours: [{ date: localDate('2026-08-20'), title: '橘猫找家', minutes: 30 }],
      },
    ],
    keptUntil: localDate('2027-09-07'),
    overrides: [
      {
        date: localDate('2026-11-26'),
        who: '舅舅',
        reason: 'phone_dead' as const,
        askedByName: '林老师',
        agreedByName: '黄老师',
      },
    ],
  }

  test('the export reads as sentences, and what is not kept is named at the end', () => {
    const sections = sectionsOf(data)
    expect(sections).toEqual([
      {
        head: '家长',
        lines: [
          '小雨妈妈 13800001001',
          '9 月 1 日 10:00 同意《家长信息说明》2026-09 版',
          '9 月 2 日 9:00 林老师看过材料',
        ],
      },
      { head: '孩子', lines: ['小雨 2024-08-07 出生，对花生过敏'] },
      { head: '预约', lines: ['11 月 26 日 周四 9:00–11:00 小雨，已预约，¥27.00'] },
      {
        head: '健康日期',
        lines: ['小雨 体检有效到 2027-01-08', '小雨 上次来园 2026-09-04'],
      },
      {
        head: '晨检',
        lines: [
          '9 月 4 日 周五 小雨：36.5 ℃，手、口、皮肤有疹，精神好，书包口袋安全，带药：炉甘石，疑似手足口病，回家休息，9 月 14 日 周一起可以再来，陈老师看的',
        ],
      },
      {
        head: '当日记录',
        lines: ['9 月 3 日 周四 小雨：吃饭 吃光了，睡觉 1 个半小时，老师说 会自己穿鞋了'],
      },
      {
        head: '事件',
        lines: ['9 月 3 日 周四 10:20 户外：摔了一跤。处理：冷敷。告知：打给妈妈。林老师记的'],
      },
      {
        head: '排队',
        lines: [
          '11 月 27 日 周五 9:00–12:00 之间，2 小时 小雨，在排队',
          '9 月 1 日 周二 是看材料之前约的一次',
        ],
      },
      { head: '固定预约', lines: ['每周二、周四 9:00–11:00 小雨，约上 1 次'] },
      { head: '约了没来', lines: ['9 月 1 日 周二，算一次'] },
      { head: '用过的免费时间', lines: ['9 月 2 日 周三 1 小时'] },
      {
        head: '微信消息',
        lines: ['通知用粤语', '“社区通知提醒”还允许 2 条', '“离园通知”拒绝过 1 次'],
      },
      {
        head: '带活动',
        lines: ['阿玲，深港妈妈，8 月 1 日 10:00报名', '8 月 20 日 周四 《橘猫找家》0.5 小时'],
      },
      { head: '留到什么时候', lines: ['您请我们留到 9 月 7 日 周二'] },
      { head: '抽签报名', lines: ['11 月 28 日 周六 9:00–11:00 小雨，等抽签'] },
      { head: '账单', lines: ['11 月 25 日 周三 9:00–11:00 小雨，¥40.00，还要付 ¥40'] },
      {
        head: '请人来接',
        lines: [
          '11 月 26 日 周四 外婆，确认过',
          '11 月 26 日 周四 没有码（家长手机没电），舅舅来接，林老师、黄老师放行',
        ],
      },
      { head: '听过的绘本', lines: ['小雨：《橘猫找家》2 次'] },
      { head: '在借的绘本', lines: ['《抱抱》12 月 3 日 周四还，续借过'] },
      { head: '没有记的', lines: ['消息'] },
    ])
    expect(textOf(sections, '渔你成长小屋', now)).toMatch(
      /^渔你成长小屋保存的我家信息，9 月 7 日 10:00\n\n【家长】\n小雨妈妈/,
    )
  })

  test('each kind of thing that is kept of a family has its part of the export', () => {
    const parts: Readonly<Record<Item, string>> = {
      contact: '家长',
      consents: '家长',
      papers: '家长',
      account: 'WeChat’s number is the phone’s own, and no words for a parent',
      wishes: '微信消息',
      childName: '孩子',
      birthDate: '孩子',
      allergies: '孩子',
      healthDates: '健康日期',
      dayRecords: '晨检',
      incidents: '事件',
      visits: '预约',
      money: '账单',
      waiting: '排队',
      fetchers: '请人来接',
      books: '听过的绘本',
      loans: '在借的绘本',
      messages: '消息',
      volunteer: '带活动',
      staff: 'of those who work here',
      reads: 'of those who work here',
      authors: 'of those who work here',
    }
    const heads = sectionsOf(data).flatMap(({ head, lines }) => [head, ...lines])
    const none = Object.entries(parts).filter(([, part]) => !heads.includes(part))
    expect(none.map(([item]) => item)).toEqual(['account', 'staff', 'reads', 'authors'])
  })

  test('before erasing, what it costs is named; after, what was done', () => {
    expect(eraseWords([aChild()], 2)).toContain('小雨的信息')
    expect(eraseWords([aChild()], 2)).toContain('2 个预约会取消')
    expect(eraseWords([], 0)).not.toContain('预约会取消')
    const done = { cancelledBookings: 0, removedChildren: 1, keptBills: 3 }
    expect(erasedWords(done)).toBe('已删除您和 1 个孩子的信息。3 张没有名字的账单按规定保留。')
    expect(erasedWords(undefined)).toBe('您和孩子的信息已经删除。')
  })
})
