import type { FinalBill } from '../../../miniprogram/domain/final-bill'
import type { Household } from '../../../miniprogram/domain/household'
import type { BookingId, HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import { sumOf } from '../../../miniprogram/domain/money'
import type { Month } from '../../../miniprogram/domain/month'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Final bills, each under its booking's id. What a family owes is kept on its document, counted anew from here. */
export function openBills(db: Database) {
  const bills = new Collection<FinalBill>(db, 'bills')
  const households = new Collection<Household>(db, 'households')
  const _ = db.command

  return {
    get: (id: BookingId): Promise<FinalBill | undefined> => bills.get(id),

    many: (ids: readonly BookingId[]): Promise<FinalBill[]> =>
      ids.length === 0 ? Promise.resolve([]) : bills.find({ _id: _.in([...ids]) }),

    /** False when the bill was made before. */
    add: (bill: FinalBill): Promise<boolean> => bills.insert(bill.id, bill),

    /** The bill with a line or a payment more, and the door's times, if nobody changed it meanwhile. False is a lost race. */
    async grow(before: FinalBill, after: FinalBill): Promise<boolean> {
      const { lines, payments, totalFen, paidFen, dueFen, open, rev, touchedAt } = after
      const { outcome, minutes, marketFen, inAt, outAt } = after
      const changed = await bills.change(
        { _id: before.id, rev: before.rev },
        {
          lines: _.set([...lines]),
          payments: _.set([...payments]),
          totalFen,
          paidFen,
          dueFen,
          open,
          rev,
          touchedAt,
          outcome,
          minutes,
          marketFen,
          inAt: inAt ?? _.remove(),
          outAt: outAt ?? _.remove(),
        },
      )
      return changed === 1
    },

    /** The child is here after all: a bill that nobody has touched is as if it had never been made. */
    async withdraw(id: BookingId, householdId: HouseholdId): Promise<void> {
      if ((await bills.remove({ _id: id, rev: 1 })) > 0) await this.recount(householdId)
    },

    /** Writes down on the family's document what its open bills want together. */
    async recount(householdId: HouseholdId): Promise<void> {
      const open = await bills.find({ householdId, open: true }, { fields: { dueFen: true } })
      const owedFen = sumOf(open.map(({ dueFen }) => dueFen))
      await households.change({ _id: householdId }, { owedFen })
    },

    ofHousehold: (householdId: HouseholdId): Promise<FinalBill[]> =>
      bills.find({ householdId }, { orderBy: ['date', 'desc'] }),

    /** A family's bills of a month, the latest first. */
    ofFamilyMonth: (householdId: HouseholdId, month: Month): Promise<FinalBill[]> =>
      bills.find({ householdId, month }, { orderBy: ['date', 'desc'] }),

    /** What is still to be paid, the oldest first. */
    open: (siteId: SiteId, limit: number): Promise<FinalBill[]> =>
      bills.find({ siteId, open: true }, { orderBy: ['date', 'asc'], limit }),

    settledOn: (siteId: SiteId, date: LocalDate, limit: number): Promise<FinalBill[]> =>
      bills.find({ siteId, date, open: false }, { limit }),

    /** Every bill of a month, however many: a busy point makes more than one query answers. */
    ofMonth: (siteId: SiteId, month: Month): Promise<FinalBill[]> =>
      bills.findAll({ siteId, month }),

    /** Those touched at this moment or later, the longest ago first. */
    touchedSince: (since: Instant, limit: number): Promise<FinalBill[]> =>
      bills.find({ touchedAt: _.gte(since) }, { orderBy: ['touchedAt', 'asc'], limit }),
  }
}
