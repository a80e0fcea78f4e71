import { CloudError } from '../cloud-error'
import type { Change, Engine, Entry } from '../engine/engine'
import { isPlain, read, write, type Doc } from '../protocol/ejson'
import { matcher } from '../query/matcher'
import { planOf, type Plan, type Scalar } from '../query/plan'
import type { Index, Schema } from '../schema'
import { KEY_VERSION, entriesOf, indexName, keyPart, keyRange } from './index-keys'
import { History } from './history'
import { HotDoc, HotDocs } from './hot-docs'
import { Locks, type Holder } from './locks'

/** MongoDB's limit of one document, here in characters of EJSON. */
const LARGEST = 16 * 1024 * 1024

/** A document that is to be written: its id and what it shall hold, or null to remove it. */
export interface Put {
  id: string
  doc: Doc | null
  /** `doc` as canonical EJSON, where the caller has it already. */
  text?: string
}
/** A change with the unique keys that it takes. */
interface Write extends Change {
  claims: Entry[]
  doc: Doc | null
}

/** Documents, their indexes and who holds them. Everything here is synchronous: one turn is one step. */
export class Store {
  readonly locks = new Locks()
  readonly history = new History()
  readonly engine: Engine
  private readonly schema: Schema
  private readonly hot = new HotDocs()

  constructor(engine: Engine, schema: Schema) {
    this.engine = engine
    this.schema = schema
    engine.onLost = () => this.hot.clear()
    this.buildIndexes()
  }

  /** Refuses what the schema file does not declare, as production does. */
  indexes(collection: unknown): Index[] {
    const declared =
      typeof collection === 'string' && Object.hasOwn(this.schema.collections, collection)
        ? this.schema.collections[collection]
        : undefined
    if (!declared)
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${String(collection)}. Please declare it in the schema file.`,
      )
    return declared.indexes
  }

  collections(): string[] {
    return Object.keys(this.schema.collections)
  }

  doc(collection: string, id: string): HotDoc | undefined {
    const known = this.hot.get(collection, id)
    if (known) return known
    const text = this.engine.read(collection, id)
    return text === undefined ? undefined : this.hot.put(collection, new HotDoc(id, text))
  }

  find(collection: string, filter: Doc): HotDoc[] {
    const plan = planOf(filter, this.indexes(collection))
    if (plan.by === 'scan') return this.scan(collection, filter)
    const ids = this.candidateIds(collection, filter)
    const docs = ids.flatMap((id) => this.doc(collection, id) ?? [])
    return isOnlyId(filter, plan) ? docs : docs.filter(matching(filter))
  }

  /** The first so many in the order of their ids, as an index that ends with the id gives them: no more are looked at. */
  firstById(collection: string, filter: Doc, limit: number): HotDoc[] {
    const isByIndex = planOf(filter, this.indexes(collection)).by === 'index'
    const ids = isByIndex ? this.candidateIds(collection, filter) : []
    // Ids that are no plain text stand elsewhere in their order.
    if (!isByIndex || ids[0]?.startsWith('\u0001')) return this.find(collection, filter)
    const bound = isPlain(filter['_id']) ? filter['_id']['$gt'] : undefined
    const matches = matching(filter)
    const found: HotDoc[] = []
    for (const id of ids) {
      if (found.length >= limit) break
      const doc = typeof bound === 'string' && id <= bound ? undefined : this.doc(collection, id)
      if (doc && matches(doc)) found.push(doc)
    }
    return found
  }

  /** Not through the hot documents: one look at everything would drive them all out. */
  private scan(collection: string, filter: Doc): HotDoc[] {
    const matches = matcher(filter)
    const found: HotDoc[] = []
    for (const [id, text] of this.engine.all(collection)) {
      const doc = read(text)
      if (matches(doc)) found.push(new HotDoc(id, text, doc))
    }
    return found
  }

  /** Ids that may match; more than match, never fewer. */
  candidateIds(collection: string, filter: Doc): string[] {
    const plan = planOf(filter, this.indexes(collection))
    if (plan.by === 'id') return [...new Set(plan.ids.map(idKey))]
    if (plan.by === 'scan') return this.engine.ids(collection)
    const name = indexName(collection, plan.index)
    const [from, to] = plan.range ? keyRange(plan.range) : ['', '\u{10ffff}']
    const ids = prefixes(plan.values).flatMap((prefix) =>
      this.engine.idsByKey(name, prefix + from, prefix + to),
    )
    return [...new Set(ids)].sort()
  }

  /** The changes that puts mean, with their index entries. A taken unique key is refused. */
  changes(collection: string, puts: Put[]): Write[] {
    const indexes = this.indexes(collection)
    const unique = new Set(
      indexes.filter((index) => index.unique).map((index) => indexName(collection, index)),
    )
    const written = new Set(puts.map((put) => put.id))
    const taken = new Map<string, string>()
    return puts.map(({ id, doc, text: known }) => {
      const before = indexes.length ? this.doc(collection, id) : undefined
      const old = before ? entriesOf(collection, indexes, before.doc) : []
      const add = doc && indexes.length ? entriesOf(collection, indexes, doc) : []
      const claims = add.filter((entry) => unique.has(entry.index))
      for (const entry of claims) {
        const holder = `${entry.index} ${entry.key}`
        const other =
          taken.get(holder) ?? this.engine.holders(entry).find((held) => !written.has(held))
        if (other !== undefined && other !== id) throw duplicate(collection, entry)
        taken.set(holder, id)
      }
      const text = doc && (known ?? write(doc))
      if (text && text.length > LARGEST)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] a document is larger than ${LARGEST} characters`,
        )
      return { collection, id, text, drop: without(old, add), add: without(add, old), claims, doc }
    })
  }

  /** Writes outside a transaction. Returns the transaction that is in the way, if one is; then nothing was written. */
  write(changes: Write[], own?: Holder): Holder | undefined {
    for (const change of changes) {
      const holder = this.locks.heldByOther(lockNames(change), own)
      if (holder) return holder
    }
    for (const { collection, id } of changes)
      this.history.note(collection, id, () => this.doc(collection, id))
    this.engine.write(changes)
    for (const { collection, id, text, doc } of changes)
      if (doc && text !== null) this.hot.put(collection, new HotDoc(id, text, doc))
      else this.hot.drop(collection, id)
    return undefined
  }

  /** Everything empty, or as it was when that snapshot was taken. */
  reset(snapshot?: string): void {
    if (snapshot === undefined) this.engine.clear()
    else this.engine.restore(snapshot)
    this.hot.clear()
    this.buildIndexes()
  }

  /** Makes the index entries fit the declared indexes; needed after the schema file changed. */
  buildIndexes(): void {
    for (const [collection, { indexes }] of Object.entries(this.schema.collections)) {
      for (const index of indexes) {
        const name = indexName(collection, index)
        const made = JSON.stringify([KEY_VERSION, ...index.keys.map((key) => key.name)])
        if (this.engine.setting(`index:${name}`) === made) continue
        this.engine.dropEntries(name)
        for (const [id, text] of Array.from(this.engine.all(collection)))
          for (const entry of entriesOf(collection, [index], read(text)))
            this.engine.addEntry(entry, id)
        this.engine.putSetting(`index:${name}`, made)
      }
    }
  }
}

/** The id decides alone: there is nothing left to match. */
const isOnlyId = (filter: Doc, plan: Plan): boolean =>
  plan.by === 'id' && Object.keys(filter).join() === '_id' && !isPlain(filter['_id'])

function matching(filter: Doc): (found: HotDoc) => boolean {
  const matches = matcher(filter)
  return ({ doc }) => matches(doc)
}

/** What a writer must hold: the document and the unique keys that it takes. */
export function lockNames({ collection, id, claims }: Write): string[] {
  return [
    JSON.stringify([collection, id]),
    ...claims.map((entry) => JSON.stringify([entry.index, entry.key, 'key'])),
  ]
}

/** Text under which an id is stored: strings as they are, so that the file reads well; others typed. */
export function idKey(id: unknown): string {
  if (typeof id === 'string' && !isAwkward(id)) return id
  return `\u0001${write({ id })}`
}

/** What begins as a typed id does, and what SQLite would cut or replace. */
const isAwkward = (id: string): boolean =>
  id.startsWith('\u0001') || id.includes('\0') || /\p{Surrogate}/u.test(id)

export function duplicate(collection: string, entry: Entry): CloudError {
  return new CloudError(
    'DATABASE_DUPLICATE_WRITE',
    `[FailedOperation.DuplicateWrite] E11000 duplicate key error collection: ${collection} index: ${entry.index} dup key: ${entry.key}`,
  )
}

function without(entries: Entry[], others: Entry[]): Entry[] {
  return entries.filter(
    (entry) => !others.some((other) => other.index === entry.index && other.key === entry.key),
  )
}

function prefixes(values: Scalar[][]): string[] {
  let keys = ['']
  for (const wanted of values)
    keys = keys.flatMap((key) => wanted.map((value) => key + keyPart(value)))
  return keys
}
