import { CloudError } from '../cloud-error'
import type { Store } from './store'
import { Transaction } from './transaction'

/** Milliseconds that the service lets a transaction live. */
const LIFE = 30_000

/** The open transactions, by the id that the SDK sends along. */
export class Transactions {
  private readonly open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  start(): Transaction {
    const transaction = new Transaction(this.store)
    const timer = setTimeout(() => this.drop(transaction.id), LIFE)
    timer.unref()
    this.open.set(transaction.id, { transaction, timer })
    return transaction
  }

  /** Does `work` in it. The server ends it on any error, because the SDK retries a conflict without aborting. */
  use<T>(id: unknown, work: (transaction: Transaction) => T): T {
    const entry = typeof id === 'string' ? this.open.get(id) : undefined
    if (!entry)
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your transaction code',
      )
    try {
      return work(entry.transaction)
    } catch (error) {
      this.drop(id)
      throw error
    }
  }

  commit(id: unknown): void {
    this.use(id, (transaction) => transaction.commit())
    this.drop(id)
  }

  abort(id: unknown): void {
    this.use(id, () => this.drop(id))
  }

  abortAll(): void {
    for (const id of this.open.keys()) this.drop(id)
  }

  /** Ends it if it is still open. */
  drop(id: unknown): void {
    const entry = this.open.get(id as string)
    if (!entry) return
    clearTimeout(entry.timer)
    this.open.delete(id as string)
    entry.transaction.end()
  }
}
