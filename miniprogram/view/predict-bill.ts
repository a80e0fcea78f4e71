import { billOf, type Bill } from '../domain/bill'
import type { Day } from '../domain/day'
import type { ChildId } from '../domain/ids'
import { monthOf, type Month } from '../domain/month'
import type { Span } from '../domain/span'
import type { Tariff } from '../domain/tariff'
import type { LocalDate } from '../domain/time'

/** What the phone knows of the price: the day's own list, and what the family has left of its free hours. */
export interface PriceFacts {
  readonly tariff: Tariff
  readonly papersSeen: boolean
  /** Free minutes taken, by month. */
  readonly freeUsed?: Readonly<Record<Month, number>>
}

/** The function's own sum, done on the phone so that the bill moves with the finger. */
export function predictBill(
  childIds: readonly ChildId[],
  date: LocalDate,
  span: Span,
  { tariff, papersSeen, freeUsed = {} }: PriceFacts,
): Bill {
  const left = Math.max(0, tariff.freeMinutes - (freeUsed[monthOf(date)] ?? 0))
  return billOf(childIds, span, tariff, papersSeen, papersSeen ? left : 0)
}

/** The price list of a day; the one of today where the phone does not know it yet. */
export function tariffOfDay(
  day: Pick<Day, 'tariffVersion'> | undefined,
  tariffs: readonly Tariff[],
  today: Tariff,
): Tariff {
  return tariffs.find(({ version }) => version === day?.tariffVersion) ?? today
}
