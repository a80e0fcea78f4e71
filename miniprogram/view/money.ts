import type { Fen } from '../domain/money'

/** ¥27, or ¥27.50 where there is a part of a yuan: for buttons and sentences. */
export function yuan(amount: Fen): string {
  return amount % 100 === 0 ? `${sign(amount)}¥${Math.abs(amount) / 100}` : yuanExact(amount)
}

/** ¥27.00: for lines of a bill. A discount reads −¥3.00. */
export function yuanExact(amount: Fen): string {
  return `${sign(amount)}¥${(Math.abs(amount) / 100).toFixed(2)}`
}

function sign(amount: Fen): string {
  return amount < 0 ? '−' : ''
}
