import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud-error'
import { write, type Doc } from '../protocol/ejson'
import { matcher } from '../query/matcher'
import type { Holder } from './locks'
import { HotDoc } from './hot-docs'
import { lockNames, type Put, type Store } from './store'

/**
 * Snapshot isolation as the documentation describes it: reads see the moment of the first operation and the own writes;
 * a write locks its document, and another transaction's write to it fails at once. Write skew is possible.
 */
export class Transaction implements Holder {
  readonly id: string = randomUUID()
  readonly ended: Promise<void>
  private tellEnd!: () => void
  private point: number | undefined
  private readonly puts = new Map<string, Map<string, HotDoc | null>>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
    this.ended = new Promise((resolve) => (this.tellEnd = resolve))
  }

  doc(collection: string, id: string): HotDoc | undefined {
    this.store.indexes(collection)
    const own = this.puts.get(collection)?.get(id)
    if (own !== undefined) return own ?? undefined
    const old = this.store.history.changedSince(this.snapshot(), collection, id)
    return old ? old.before : this.store.doc(collection, id)
  }

  find(collection: string, filter: Doc): HotDoc[] {
    const point = this.snapshot()
    const matches = matcher(filter)
    const ids = new Set([
      ...this.store.candidateIds(collection, filter),
      ...this.store.history.idsChangedSince(point, collection),
      ...(this.puts.get(collection)?.keys() ?? []),
    ])
    const found: HotDoc[] = []
    for (const id of [...ids].sort()) {
      const doc = this.doc(collection, id)
      if (doc && matches(doc.doc)) found.push(doc)
    }
    return found
  }

  /** The same: a transaction reads little. */
  firstById(collection: string, filter: Doc): HotDoc[] {
    return this.find(collection, filter)
  }

  put(collection: string, puts: Put[]): void {
    const point = this.snapshot()
    const changes = this.store.changes(collection, [...this.others(collection, puts), ...puts])
    for (const change of changes) {
      const names = lockNames(change)
      if (
        this.store.locks.heldByOther(names, this) ||
        this.store.history.changedSince(point, collection, change.id)
      )
        throw new CloudError(
          'DATABASE_TRANSACTION_CONFLICT',
          '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your transaction code',
        )
      this.store.locks.take(names, this)
    }
    const own = this.puts.get(collection) ?? new Map<string, HotDoc | null>()
    for (const { id, doc, text } of puts)
      own.set(id, doc && new HotDoc(id, text ?? write(doc), doc))
    this.puts.set(collection, own)
  }

  commit(): void {
    const changes = [...this.puts].flatMap(([collection, puts]) =>
      this.store.changes(collection, putsOf(puts)),
    )
    if (changes.length) this.store.write(changes, this)
  }

  /** Gives everything back; what was not committed is gone. */
  end(): void {
    this.store.locks.release(this)
    if (this.point !== undefined) this.store.history.leave()
    this.tellEnd()
  }

  /** Own earlier writes belong to the check of unique keys: they may have freed or taken one. */
  private others(collection: string, puts: Put[]): Put[] {
    const now = new Set(puts.map((put) => put.id))
    return putsOf(this.puts.get(collection)).filter(({ id }) => !now.has(id))
  }

  private snapshot(): number {
    return (this.point ??= this.store.history.enter())
  }
}

const putsOf = (own: Map<string, HotDoc | null> = new Map()): Put[] =>
  [...own].map(([id, hot]) => (hot ? { id, doc: hot.doc, text: hot.text } : { id, doc: null }))
