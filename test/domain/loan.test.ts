import type { HouseholdId, LoanId, SiteId } from '../../miniprogram/domain/ids'
import {
  copyIdOf,
  decideLoan,
  decideRenewal,
  isOverdue,
  readLabel,
  LOAN_RULES,
} from '../../miniprogram/domain/loan'
import { localDate } from '../../miniprogram/domain/time'

const today = localDate('2026-11-25')
const loan = {
  id: 'h1_0' as LoanId,
  householdId: 'h1' as HouseholdId,
  lentOn: localDate('2026-11-20'),
  dueOn: localDate('2026-12-04'),
  by: '林老师',
  attempt: 'scan-one',
}

describe('A copy', () => {
  it('on the shelf goes home for a fortnight', () =>
    expect(decideLoan({}, 2, LOAN_RULES, today)).toEqual({
      ok: true,
      value: { dueOn: '2026-12-09' },
    }))

  it('that is out says until when', () =>
    expect(decideLoan({ loan }, 0, LOAN_RULES, today)).toEqual({
      ok: false,
      refusal: { code: 'copy_lent', dueOn: '2026-12-04' },
    }))

  it('stays here when the family has as many as it may', () =>
    expect(decideLoan({}, 3, LOAN_RULES, today)).toEqual({
      ok: false,
      refusal: { code: 'loans_full', most: 3 },
    }))

  it('is kept once for as long again, from its due day on', () => {
    expect(decideRenewal(loan, LOAN_RULES, localDate('2026-12-04'))).toEqual({
      ok: true,
      value: { dueOn: '2026-12-18' },
    })
    const renewed = { on: today, attempt: 'tap-one' }
    expect(decideRenewal({ ...loan, renewed }, LOAN_RULES, today)).toMatchObject({
      refusal: { code: 'loan_renewed' },
    })
    expect(decideRenewal(loan, LOAN_RULES, localDate('2026-12-05'))).toMatchObject({
      refusal: { code: 'loan_late', dueOn: '2026-12-04' },
    })
  })

  it('is in time on its due day, and late the day after', () => {
    expect(isOverdue(loan, localDate('2026-12-04'))).toBe(false)
    expect(isOverdue(loan, localDate('2026-12-05'))).toBe(true)
  })
})

describe('A label', () => {
  const id = copyIdOf('yucun' as SiteId, '3F8A91')

  it.each([
    ['scanned', `book-copy/${id}`],
    ['typed', '3f8a91'],
    ['typed as it is printed', ' 3F8 A91 '],
  ])('is read when %s', (_how, text) => expect(readLabel(text)).toBe('3F8A91'))

  it.each(['', 'book-copy/', '9780306406157', 'yuni.v1.abc', '3F8A9Z'])('is not %s', (text) =>
    expect(readLabel(text)).toBeUndefined(),
  )
})
