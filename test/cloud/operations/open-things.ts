import { databaseAt } from '../database-at'
import { startDatabase, type TestDatabase } from '../start-database'

type Database = TestDatabase['db']
export type Collection = ReturnType<Database['collection']>
export type Doc = Record<string, unknown>
interface Command {
  and(...parts: unknown[]): Command
  or(...parts: unknown[]): Command
}
type Make<T> = (...values: unknown[]) => T
type Query =
  | 'eq'
  | 'neq'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'nin'
  | 'exists'
  | 'mod'
  | 'all'
  | 'size'
  | 'elemMatch'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'expr'
type Update =
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet'
type Expression =
  | 'add'
  | 'multiply'
  | 'sum'
  | 'avg'
  | 'first'
  | 'last'
  | 'max'
  | 'min'
  | 'push'
  | 'addToSet'
  | 'stdDevPop'
  | 'and'
  | 'eq'
  | 'gt'
  | 'pipeline'
type Commands = Record<Query | Update, Make<Command>> & {
  aggregate: Record<Expression, Make<unknown>>
  project: Record<'slice' | 'elemMatch', Make<unknown>>
}

/** The SDK's commands are the same for every environment; its own types leave most of them out. */
const { command } = databaseAt('http://127.0.0.1:1')
export const _ = command as unknown as Commands
export const $ = _.aggregate

export interface Opened {
  db: Database
  /** Empty before each test. */
  things: Collection
  days: Collection
}

/** A database for the tests of one file: the local cloud's, or a real one (see start-database). */
export function openThings(): Opened {
  const opened = {} as Opened
  let database: TestDatabase
  beforeAll(async () => {
    database = await startDatabase()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.post('/__local/reset')
    opened.db = database.db
    opened.things = database.db.collection('things')
    opened.days = database.db.collection('days')
  })
  return opened
}

/** The document of that id, undefined when there is none. */
export async function only(things: Collection, id: string | number): Promise<Doc | undefined> {
  return ((await things.doc(id).get()) as { data: Doc[] }).data[0]
}

/** Ids of what matches, in order. */
export async function idsOf(things: Collection, filter: object): Promise<unknown[]> {
  const { data } = await things.where(filter).orderBy('_id', 'asc').get()
  return (data as Doc[]).map((doc) => doc['_id'])
}
