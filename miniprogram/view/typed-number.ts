import { fen, type Fen } from '../domain/money'

/** 分 of a typed amount of yuan: `15`, `15.5`, `-3`; undefined for anything else. */
export function fenOf(typed: string): Fen | undefined {
  const match = /^(-?)(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  if (!match) return undefined
  const [, minus, whole, part = ''] = match
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return fen(minus ? 0 - amount : amount)
}

/** 分 as they would be typed in yuan: 1500 is `15`, 1550 is `15.50`. */
export function typedOf(amount: Fen): string {
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2)
}

/** A typed whole number, `-5` too; undefined for anything else. */
export function wholeOf(typed: string): number | undefined {
  return /^-?\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined
}
