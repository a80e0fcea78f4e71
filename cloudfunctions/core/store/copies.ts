import type { BookId, CopyId, HouseholdId, LoanId, SiteId } from '../../../miniprogram/domain/ids'
import type { Copy, Loan } from '../../../miniprogram/domain/loan'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** The truth of who has which copy. */
export function openCopies(db: Database) {
  const copies = new Collection<Copy>(db, 'copies')
  const _ = db.command

  return {
    get: (id: CopyId): Promise<Copy | undefined> => copies.get(id),
    many: (ids: readonly CopyId[]): Promise<Copy[]> =>
      ids.length === 0 ? Promise.resolve([]) : copies.find({ _id: _.in([...ids]) }),
    /** False when the code is taken. */
    add: (copy: Copy): Promise<boolean> => copies.insert(copy.id, copy),
    ofBook: (bookId: BookId): Promise<Copy[]> => copies.find({ bookId }),
    /** Out with families, the longest due first. */
    lentOf: (siteId: SiteId): Promise<Copy[]> =>
      copies.find(
        { siteId, 'loan.dueOn': _.gt('') },
        { orderBy: ['loan.dueOn', 'asc'], limit: 1000 },
      ),
    dueOn: (siteId: SiteId, date: LocalDate): Promise<Copy[]> =>
      copies.find({ siteId, 'loan.dueOn': date }),

    ofHousehold: (householdId: HouseholdId): Promise<Copy[]> =>
      copies.find({ 'loan.householdId': householdId }, { orderBy: ['loan.dueOn', 'asc'] }),

    /** Of everybody who wants this copy at once, one gets it. */
    lend: async (id: CopyId, loan: Loan): Promise<boolean> =>
      (await copies.change(
        { _id: id, loan: _.exists(false) },
        { loan: _.set(loan), gone: _.remove() },
      )) === 1,

    /** Ends this loan and no later one; `gone` when the book did not come back. False is a lost race. */
    end: async (id: CopyId, { id: loanId, attempt }: Loan, gone?: Copy['gone']): Promise<boolean> =>
      (await copies.change(
        { _id: id, 'loan.id': loanId, 'loan.attempt': attempt },
        { loan: _.remove(), ...(gone ? { gone: _.set(gone) } : {}) },
      )) === 1,

    /** Moves the due day of this loan, once. False when somebody has already, or the book is back. */
    renew: async (
      id: CopyId,
      { id: loanId, attempt }: Loan,
      dueOn: LocalDate,
      renewed: NonNullable<Loan['renewed']>,
    ): Promise<boolean> =>
      (await copies.change(
        {
          _id: id,
          'loan.id': loanId,
          'loan.attempt': attempt,
          'loan.renewed': _.exists(false),
        },
        { 'loan.dueOn': dueOn, 'loan.renewed': _.set(renewed) },
      )) === 1,

    /** The family is erased: its books are out with nobody. */
    forget: (householdId: HouseholdId, on: LocalDate): Promise<number> =>
      copies.change(
        { 'loan.householdId': householdId },
        { loan: _.remove(), gone: _.set({ on, why: 'unnamed' }) },
      ),
  }
}

/** A family's places for books at home, each once: how many it has is an id, not a count. */
export interface LoanPlace {
  readonly id: LoanId
  readonly householdId: HouseholdId
  readonly copyId: CopyId
  readonly attempt: string
  readonly at: Instant
}

export function openLoans(db: Database) {
  const loans = new Collection<LoanPlace>(db, 'loans')

  return {
    ofHousehold: (householdId: HouseholdId): Promise<LoanPlace[]> => loans.find({ householdId }),
    /** False when the place is taken. */
    take: (place: LoanPlace): Promise<boolean> => loans.insert(place.id, place),
    /** Only while it holds what was seen. */
    free: ({
      id,
      copyId,
      attempt,
    }: Pick<LoanPlace, 'id' | 'copyId' | 'attempt'>): Promise<number> =>
      loans.remove({ _id: id, copyId, attempt }),
    erase: (householdId: HouseholdId): Promise<number> => loans.remove({ householdId }),
  }
}
