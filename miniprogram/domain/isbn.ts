/** Thirteen digits, the last of them right: an International Standard Book Number (ISO 2108). */
export type Isbn = string & { readonly brand: 'Isbn' }

/** Not ten or thirteen digits · a bar code of something else than a book · a digit was misread or mistyped. */
export type IsbnProblem = 'length' | 'prefix' | 'digit'

export type IsbnRead =
  | { readonly ok: true; readonly isbn: Isbn }
  | { readonly ok: false; readonly why: IsbnProblem }

/** Between the digits of a printed number, in any width of type. */
const BETWEEN = /[\s\-‐-―−]/g

/** Reads what was typed or scanned; the older ten digits become thirteen. */
export function readIsbn(typed: string): IsbnRead {
  const text = typed
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .toUpperCase()
    .replace(/^ISBN:?/, '')
  if (/^\d{9}[\dX]$/.test(text)) {
    if (tenSum(text) % 11 !== 0) return { ok: false, why: 'digit' }
    const twelve = `978${text.slice(0, 9)}`
    return { ok: true, isbn: `${twelve}${checkDigitOf(twelve)}` as Isbn }
  }
  if (!/^\d{13}$/.test(text)) return { ok: false, why: 'length' }
  if (!/^97[89]/.test(text)) return { ok: false, why: 'prefix' }
  if (checkDigitOf(text.slice(0, 12)) !== text[12]) return { ok: false, why: 'digit' }
  return { ok: true, isbn: text as Isbn }
}

/** Digits weigh 1 and 3 in turn; with the check digit the sum is a multiple of ten. */
export function checkDigitOf(twelve: string): string {
  const sum = twelve.split('').reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Digits weigh 10 down to 1, an X being ten; the sum is a multiple of eleven. */
function tenSum(ten: string): number {
  return ten
    .split('')
    .reduce((all, digit, at) => all + (digit === 'X' ? 10 : Number(digit)) * (10 - at), 0)
}
