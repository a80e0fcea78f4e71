import { fen, type Fen } from '../../miniprogram/domain/money'
import type { Month } from '../../miniprogram/domain/month'
import { totalsOf } from '../../miniprogram/domain/bill-totals'
import { correctionErrorsOf, correctionFenOf } from '../../miniprogram/view/correction-form'
import { deskBillsOf, settleWords, toldWords } from '../../miniprogram/view/desk-bills'
import { dueWords, finalBillCardOf } from '../../miniprogram/view/final-bill'
import { monthReportOf } from '../../miniprogram/view/month-report'
import { lineWordsOf } from '../../miniprogram/view/price-line'
import { statementViewOf } from '../../miniprogram/view/statement'
import { fenOf, typedOf, wholeOf } from '../../miniprogram/view/typed-number'
import { aBill, billAt } from '../support/a-bill'
import { anInstant } from '../support/an-instant'

const november = '2026-11' as Month
const now = anInstant('2026-11-26 09:00')
const at = anInstant('2026-11-25 11:30')
const late = aBill({}, '11:26')

describe('a final bill', () => {
  test('reads what was booked, when the child was there, and why it costs more', () => {
    const card = finalBillCardOf(late, '小雨')
    expect(card).toMatchObject({
      name: '小雨',
      span: '9:00–11:00',
      times: '9:02 入园，11:26 离园',
      due: '还要付 ¥40',
      tone: 'coral',
    })
    expect(card.bill.lines.at(-1)).toMatchObject({
      label: '晚接 26 分钟',
      note: '前 10 分钟不收，2 刻钟 × ¥5',
      amount: '¥10.00',
    })
  })

  test('of a child who did not come compares nothing with the market', () => {
    const missed = billAt('2026-11-26 00:00', {})
    expect(missed && finalBillCardOf(missed, '小雨')).toMatchObject({
      times: '没有来',
      bill: { total: '¥5', market: '', saved: '' },
    })
  })

  test('of an erased family has no name left', () =>
    expect(finalBillCardOf(late, '').name).toBe('已注销'))

  test('tells each payment, and one that never was with its reason', () => {
    const mark = { id: 'p', by: '何经理', at }
    const payments = [
      { ...mark, how: 'wechat', fen: fen(4000) },
      { ...mark, how: 'wechat', fen: fen(-4000), reason: '记错了一家' },
      { ...mark, how: 'cash', fen: fen(-500) },
    ] as const
    expect(finalBillCardOf({ ...late, payments }, '小雨').paid).toEqual([
      '11 月 25 日 微信付 ¥40',
      '11 月 25 日 何经理撤回收款 ¥40：记错了一家',
      '11 月 25 日 现金退 ¥5',
    ])
  })

  test.each([
    [0, '已付清'],
    [3500, '还要付 ¥35'],
    [-550, '应退 ¥5.50'],
  ])('%i 分 due reads %s', (due, words) => expect(dueWords(fen(due))).toBe(words))
})

test('every kind of line has words of its own', () => {
  const lines = [
    { why: 'free', minutes: 60, fen: fen(-1500) },
    { why: 'cap', mostFen: fen(9000), fen: fen(-4500) },
    { why: 'meal', fen: fen(800) },
    { why: 'material', fen: fen(500) },
    { why: 'cancelled', fen: fen(500) },
    { why: 'correction', id: 'c', reason: '老师晚开门', by: '何经理', at, fen: fen(-500) },
  ] as const
  expect(lines.map((line) => [lineWordsOf(line).label, lineWordsOf(line).note])).toEqual([
    ['居民本月免费时长', '1 小时'],
    ['一天封顶', '¥90'],
    ['午餐', ''],
    ['材料费', ''],
    ['逾期取消', ''],
    ['老师晚开门', '何经理 11 月 25 日更正'],
  ])
})

describe('a month', () => {
  test('of a family is a sum, what is due and how to pay it', () => {
    const bills = [late]
    expect(statementViewOf({ now, bills, totals: totalsOf(bills) }, november, [])).toMatchObject({
      month: '2026 年 11 月',
      next: '',
      last: '2026-10',
      total: '¥40',
      due: '还要付 ¥40',
      visits: '来了 1 次，共 2 小时',
      saved: '比市场省 ¥90',
    })
  })

  test('of the point can be pasted as one paragraph, and names nobody', () => {
    const report = monthReportOf(totalsOf([late]), november, now, '渔你成长小屋')
    expect(report.text).toBe(
      '渔你成长小屋 2026 年 11 月：1 家 1 个孩子托管 1 次，共 2 小时；应收 ¥40，已收 ¥0；同样的时间市场约 ¥120，为家庭省下 ¥90。',
    )
    expect(monthReportOf(totalsOf([]), november, now, '').empty).toBe(true)
  })
})

describe('the desk', () => {
  const family = (dueFen: Fen) => ({
    householdId: late.householdId,
    guardian: '小雨妈妈',
    phone: '13800001001',
    dueFen,
    bills: [{ ...late, childName: '小雨' }],
  })

  test('sees how many families owe what', () => {
    const desk = deskBillsOf({ open: [family(fen(4000))], settledToday: [] })
    expect(desk.summary).toBe('1 家没有结清，共 ¥40')
    expect(desk.open[0]).toMatchObject({ who: '小雨妈妈', due: '还要付 ¥40', act: '收款' })
    expect(deskBillsOf({ open: [], settledToday: [] }).summary).toBe('每一家都结清了')
  })

  test('is asked before money is written down, either way', () => {
    const [owing] = deskBillsOf({ open: [family(fen(4000))], settledToday: [] }).open
    const [back] = deskBillsOf({ open: [family(fen(-500))], settledToday: [] }).open
    expect(owing && settleWords(owing, '微信').title).toBe('收小雨妈妈 ¥40？')
    expect(back && settleWords(back, '现金').title).toBe('退给小雨妈妈 ¥5？')
    expect(owing && toldWords(owing, '微信')).toBe('记下了：小雨妈妈微信付 ¥40')
  })
})

test('typed amounts are 分, and nothing else is', () => {
  expect(['15', '15.5', '15.05', '-3', ' 20 '].map(fenOf)).toEqual([1500, 1550, 1505, -300, 2000])
  expect(['', '15.555', '1e3', '十五', '--3'].map(fenOf)).toEqual(Array(5).fill(undefined))
  expect([fen(1500), fen(1550)].map(typedOf)).toEqual(['15', '15.50'])
  expect(['30', '-5', '1.5'].map(wholeOf)).toStrictEqual([30, -5, undefined])
})

test('a correction wants an amount above nothing and a reason, and is signed by what it does', () => {
  const form = { kind: 'less', amount: '5', reason: '老师晚开门' } as const
  expect(correctionErrorsOf(form)).toEqual({})
  expect(correctionFenOf(form)).toBe(-500)
  expect(correctionFenOf({ ...form, kind: 'unpaid' })).toBe(500)
  expect(Object.keys(correctionErrorsOf({ kind: 'more', amount: '0', reason: ' ' }))).toEqual([
    'fen',
    'reason',
  ])
})
