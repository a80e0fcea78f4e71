import type { CloudBase } from '@cloudbase/node-sdk'
import { FaultError } from '../../../miniprogram/domain/fault'

export type Database = ReturnType<CloudBase['database']>
export type Fields = Readonly<Record<string, unknown>>
export type Stored<T> = T & { readonly _id: string }

export interface Find {
  readonly orderBy?: readonly [field: string, direction: 'asc' | 'desc']
  readonly limit?: number
  readonly fields?: Readonly<Record<string, boolean>>
}

/** The document database answers a query with at most 1,000 documents, and 100 unless told (docs.cloudbase.net/database/limit). */
export const MOST = 1000

/** The few operations that the app uses of a collection. `find` always says how many it wants. */
export class Collection<T extends object> {
  private readonly name: string
  private readonly db: Database

  constructor(db: Database, name: string) {
    this.db = db
    this.name = name
  }

  async get(id: string, fields?: Find['fields']): Promise<T | undefined> {
    const found = await this.find({ _id: id }, { limit: 1, ...(fields ? { fields } : {}) })
    return found[0]
  }

  async find(where: Fields, { orderBy, limit = MOST, fields }: Find = {}): Promise<Stored<T>[]> {
    let query = this.all.where(defined(where)).limit(limit)
    if (orderBy) query = query.orderBy(...orderBy)
    if (fields) query = query.field(fields)
    const { data } = await answered(query.get())
    return data as Stored<T>[]
  }

  /** All of them, however many: page after page in the order of their ids. */
  async findAll(where: Fields): Promise<Stored<T>[]> {
    const all: Stored<T>[] = []
    for (;;) {
      const last = all.at(-1)
      const rest = last ? { ...where, _id: this.db.command.gt(last._id) } : where
      const page = await this.find(rest, { orderBy: ['_id', 'asc'], limit: MOST })
      all.push(...page)
      if (page.length < MOST) return all
    }
  }

  async count(where: Fields): Promise<number> {
    const { total } = await answered(this.all.where(defined(where)).count())
    return total ?? 0
  }

  /** False when the id is taken: uniqueness is an id. */
  insert(id: string, doc: T): Promise<boolean> {
    return this.insertAll([[id, doc]])
  }

  /** All of them in one request, or none: false when one of the ids is taken. */
  async insertAll(docs: readonly (readonly [id: string, doc: T])[]): Promise<boolean> {
    try {
      await answered(
        this.all.add(docs.map(([id, doc]) => ({ ...defined(doc as Fields), _id: id }))),
      )
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  /** Changes the documents that meet the condition and says how many: 0 is a lost race, not an error. */
  async change(where: Fields, update: Fields): Promise<number> {
    const { updated } = await answered(this.all.where(defined(where)).update(defined(update)))
    return updated ?? 0
  }

  async remove(where: Fields): Promise<number> {
    const { deleted } = await answered(this.all.where(defined(where)).remove())
    return typeof deleted === 'number' ? deleted : 0
  }

  private get all(): ReturnType<Database['collection']> {
    return this.db.collection(this.name)
  }
}

/** The SDK drops a condition whose value is undefined, and the query then meets everything. */
function defined(fields: Fields): Fields {
  for (const [path, value] of Object.entries(fields))
    if (value === undefined) throw new TypeError(`undefined value for ${path}`)
  return fields
}

async function answered<R extends object>(request: Promise<R>): Promise<R> {
  try {
    const result = await request
    // Some failures of the SDK come as an answer with a code instead of an exception.
    const { code, message } = result as { code?: string; message?: string }
    if (code) throw Object.assign(new Error(message), { code })
    return result
  } catch (error) {
    throw isPassing(error) ? new FaultError({ code: 'busy' }) : error
  }
}

function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'DATABASE_DUPLICATE_WRITE' || /E11000/.test(message ?? '')
}

/** The service was in the way, not the request: worth another try by the caller. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return /ECONN|ETIMEDOUT|EPIPE|TIMEOUT|EXCEED|TRANSACTION_CONFLICT|ResourceUnavailable|LimitExceeded|SYS_ERR|socket hang up/i.test(
    `${code ?? ''} ${message ?? ''}`,
  )
}
