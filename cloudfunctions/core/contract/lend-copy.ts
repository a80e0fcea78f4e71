import * as v from 'valibot'
import { bookView } from './book-view'
import * as shape from './shapes'

const copyView = v.object({
  id: shape.copyId,
  code: v.string(),
  /** Out with a family until then. */
  dueOn: v.exactOptional(shape.date),
  gone: v.exactOptional(v.object({ on: shape.date, why: v.picklist(['lost', 'unnamed']) })),
})

/** A book's copies, without who has them. */
export const listCopies = {
  input: v.strictObject({ siteId: shape.siteId, bookId: shape.bookId }),
  output: v.object({ copies: v.array(copyView) }),
}

/** More copies of a book, each with the code for its label. */
export const addCopies = {
  input: v.strictObject({
    siteId: shape.siteId,
    bookId: shape.bookId,
    attempt: shape.attempt,
    count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(10)),
  }),
  output: v.object({ copies: v.array(copyView) }),
}

const borrower = {
  childNames: v.array(v.string()),
  guardians: v.array(v.object({ name: v.string(), phone: v.string() })),
}

/** The copy with this code on its label, and who has it. */
export const showCopy = {
  input: v.strictObject({
    siteId: shape.siteId,
    code: v.pipe(v.string(), v.regex(/^[0-9A-F]{6}$/)),
  }),
  output: v.object({
    copy: copyView,
    book: bookView,
    loan: v.exactOptional(v.object({ attempt: v.string(), lentOn: shape.date, ...borrower })),
  }),
}

export const lendCopy = {
  input: v.strictObject({
    siteId: shape.siteId,
    copyId: shape.copyId,
    householdId: shape.householdId,
    attempt: shape.attempt,
  }),
  output: v.object({ dueOn: shape.date }),
}

/** Ends the loan that was seen: the book is back, or it is lost. */
export const returnCopy = {
  input: v.strictObject({
    siteId: shape.siteId,
    copyId: shape.copyId,
    /** The loan's attempt, as `showCopy` and `listLoans` tell it. */
    loan: shape.attempt,
    lost: v.boolean(),
  }),
  output: v.object({ returned: v.boolean() }),
}

/** Books out with families, the longest due first, with whom to call. */
export const listLoans = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({
    loans: v.array(
      v.object({
        copyId: shape.copyId,
        code: v.string(),
        title: v.string(),
        attempt: v.string(),
        dueOn: shape.date,
        ...borrower,
      }),
    ),
  }),
}

export const loanView = v.object({
  book: bookView,
  copyId: shape.copyId,
  /** Of the loan, to be sent back on renewing it. */
  attempt: v.string(),
  lentOn: shape.date,
  dueOn: shape.date,
  renewed: v.boolean(),
})

/** The family keeps a book longer, from its own page. */
export const renewLoan = {
  input: v.strictObject({
    householdId: shape.householdId,
    copyId: shape.copyId,
    loan: shape.attempt,
    attempt: shape.attempt,
  }),
  output: v.object({ dueOn: shape.date }),
}

/** What a family has at home, and how many it may have. */
export const showLoans = {
  input: v.strictObject({ householdId: shape.householdId }),
  output: v.object({ loans: v.array(loanView), most: v.number(), days: v.number() }),
}
