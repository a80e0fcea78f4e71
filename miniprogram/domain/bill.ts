import type { ChildId } from './ids'
import { sumOf, type Fen } from './money'
import { freeMinutesOf, priceOf, type Quote } from './price'
import type { Span } from './span'
import type { Service, Tariff } from './tariff'

export interface Bill {
  readonly quotes: readonly { readonly childId: ChildId; readonly quote: Quote }[]
  readonly totalFen: Fen
}

/**
 * One quote for each child of a booking; every child after the first has the sibling discount, and gets what the
 * ones before left of the household's free minutes.
 */
export function billOf(
  childIds: readonly ChildId[],
  span: Span,
  tariff: Tariff,
  resident: boolean,
  freeMinutes = 0,
  service: Service = 'care',
): Bill {
  let left = freeMinutes
  const quotes = childIds.map((childId, index) => {
    const quote = priceOf({
      span,
      tariff,
      resident,
      sibling: index > 0,
      freeMinutes: left,
      service,
    })
    left -= freeMinutesOf(quote)
    return { childId, quote }
  })
  return { quotes, totalFen: sumOf(quotes.map(({ quote }) => quote.totalFen)) }
}

/** The child's own part; asking for a child that is not on the bill is a mistake in the code. */
export function quoteFor({ quotes }: Bill, childId: ChildId): Quote {
  const found = quotes.find((each) => each.childId === childId)
  if (!found) throw new RangeError(`no quote for ${childId}`)
  return found.quote
}
