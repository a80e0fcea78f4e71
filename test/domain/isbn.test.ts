import fc from 'fast-check'
import { checkDigitOf, readIsbn } from '../../miniprogram/domain/isbn'

const twelve = fc
  .tuple(fc.constantFrom('978', '979'), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([prefix, rest]) => prefix + String(rest).padStart(9, '0'))
const whole = twelve.map((digits) => digits + checkDigitOf(digits))

/** The older number of a book: nine digits and their check digit, which may be an X. */
function tenOf(nine: string): string {
  const sum = Array.from(nine).reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return nine + (check === 10 ? 'X' : String(check))
}

describe('An ISBN', () => {
  it.each([
    ['its hyphens', '978-0-306-40615-7', '9780306406157'],
    ['full-width digits and blanks', '９７８ ０ ３０６ ４０６１５ ７', '9780306406157'],
    ['the letters in front of it', 'ISBN: 9780306406157', '9780306406157'],
    ['the older ten digits (The Very Hungry Caterpillar)', '0-399-22690-7', '9780399226908'],
    ['an X at the end', '0-8044-2957-X', '9780804429573'],
  ])('is read with %s', (_name, typed, isbn) => {
    expect(readIsbn(typed)).toEqual({ ok: true, isbn })
  })

  it.each([
    ['nothing', '', 'length'],
    ['words', '毛毛虫', 'length'],
    ['eleven digits', '97803064061', 'length'],
    ['an X in the middle', '08044X2957', 'length'],
    ['the bar code of a bottle of water', '6921168509256', 'prefix'],
    ['its last digit wrong', '9780306406158', 'digit'],
    ['two digits exchanged', '9780360406157', 'digit'],
    ['the older number with a wrong digit', '0399226908', 'digit'],
  ])('is not read from %s', (_name, typed, why) => {
    expect(readIsbn(typed)).toEqual({ ok: false, why })
  })

  it('any one digit read wrongly is noticed', () => {
    const slip = fc.tuple(whole, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(slip, ([isbn, at, by]) => {
        const wrong = (Number(isbn[at]) + by) % 10
        const read = readIsbn(isbn.slice(0, at) + wrong + isbn.slice(at + 1))
        expect(read).toEqual({ ok: false, why: 'digit' })
      }),
    )
  })

  it('reads the same however it is broken up, and again from what it read', () => {
    const broken = fc.tuple(whole, fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }))
    fc.assert(
      fc.property(broken, ([isbn, cuts]) => {
        const typed = Array.from(isbn, (digit, at) => (cuts.includes(at) ? `-${digit}` : digit))
        expect(readIsbn(typed.join(''))).toEqual({ ok: true, isbn })
      }),
    )
  })

  it('of ten digits is the same book as its thirteen', () => {
    const nine = fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'))
    fc.assert(
      fc.property(nine, (digits) => {
        const older = readIsbn(tenOf(digits))
        expect(older).toEqual(readIsbn(`978${digits}${checkDigitOf(`978${digits}`)}`))
        expect(older.ok).toBe(true)
      }),
    )
  })
})
