/** Money in 分, always a whole number. ¥1 is 100. */
export type Fen = number & { readonly brand: 'Fen' }

export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of 分: ${amount}`)
  return amount as Fen
}

export function sumOf(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0))
}

/** A share in per cent, rounded half up to a whole 分 (the one rounding of a discount line). */
export function percentOf(amount: Fen, percent: number): Fen {
  return fen(Math.round((amount * percent) / 100))
}
