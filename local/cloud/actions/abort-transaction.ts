import type { Action } from '../protocol/action'

export const abortTransaction: Action = (params, db) => {
  db.transactions.abort(params['transactionId'])
  return {}
}
