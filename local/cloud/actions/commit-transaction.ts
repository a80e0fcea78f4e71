import type { Action } from '../protocol/action'

export const commitTransaction: Action = (params, db) => {
  db.transactions.commit(params['transactionId'])
  return {}
}
