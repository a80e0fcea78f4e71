import type { Action } from '../protocol/action'

export const startTransaction: Action = (_params, db) => ({
  transactionId: db.transactions.start().id,
})
