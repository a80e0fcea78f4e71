import type { Clock } from '../clock'
import type { Doc } from './ejson'
import type { HotDoc } from '../store/hot-docs'
import type { Put, Store } from '../store/store'
import type { Transactions } from '../store/transactions'

export interface Database {
  store: Store
  transactions: Transactions
  clock: Clock
}
/** Parameters of one request as the SDK sends them: values of documents are EJSON text. */
export type Params = Record<string, unknown>
/** `data` of the reply, or fields beside it where the service puts them there. */
export type Reply = { data?: unknown; transactionId?: string }
export type Action = (params: Params, database: Database) => Reply | Promise<Reply>

export interface Reader {
  doc(collection: string, id: string): HotDoc | undefined
  find(collection: string, filter: Doc): HotDoc[]
  /** At least the first so many in the order of their ids. */
  firstById(collection: string, filter: Doc, limit: number): HotDoc[]
}

/** The collection that a request names; one that the schema does not declare is refused. */
export function collectionOf(params: Params, { store }: Database): string {
  const name = params['collectionName']
  store.indexes(name)
  return name as string
}

/** Reads inside the request's transaction, or what is committed. */
export function reading<T>(params: Params, db: Database, work: (reader: Reader) => T): T {
  const id = params['transactionId']
  return id ? db.transactions.use(id, work) : work(db.store)
}

/**
 * Writes what `decide` says. In a transaction a conflict is an error; outside, a write waits until whoever holds the
 * document is done and then decides anew on what it finds.
 */
export async function writing<T>(
  params: Params,
  db: Database,
  decide: (reader: Reader) => { puts: Put[]; result: T },
): Promise<T> {
  const collection = collectionOf(params, db)
  const id = params['transactionId']
  if (id)
    return db.transactions.use(id, (transaction) => {
      const { puts, result } = decide(transaction)
      if (puts.length) transaction.put(collection, puts)
      return result
    })
  for (;;) {
    const { puts, result } = decide(db.store)
    if (puts.length === 0) return result
    const holder = db.store.locks.heldByOther(
      puts.map((put) => JSON.stringify([collection, put.id])),
    )
    const inTheWay = holder ?? db.store.write(db.store.changes(collection, puts))
    if (!inTheWay) return result
    await inTheWay.ended
  }
}
