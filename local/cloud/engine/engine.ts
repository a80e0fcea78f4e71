import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { CloudError } from '../cloud-error'
import { BATCH, TABLES, type Statements, prepare } from './tables'

/** One document as it is to be on disk, with the index entries that go and come with it. */
export interface Change {
  collection: string
  id: string
  /** Canonical EJSON, or null to remove. */
  text: string | null
  drop: Entry[]
  add: Entry[]
}
export interface Entry {
  index: string
  key: string
}

/**
 * The file. Writes of one turn of the event loop share one commit, and `durable()` resolves when that
 * commit is on disk: a reply must wait for it. Reads see the writes of the same turn.
 */
export class Engine {
  private readonly db: Database.Database
  private readonly run: Statements
  private batch: { done: Promise<void>; resolve: () => void; reject: (e: unknown) => void } | null =
    null
  private readonly dir: string
  /** Told when a batch could not be written: what was read from it never was. */
  onLost: () => void = () => {}

  constructor(dir: string) {
    this.dir = dir
    const file = join(dir, 'cloud.db')
    this.db = openChecked(file)
    this.run = prepare(this.db)
  }

  read(collection: string, id: string): string | undefined {
    return (this.run.read.get([collection, id]) as { doc: string } | undefined)?.doc
  }

  ids(collection: string): string[] {
    return (this.run.ids.all([collection]) as { id: string }[]).map((row) => row.id)
  }

  /** Ids and texts one after another: a large collection is never in memory as a whole. */
  *all(collection: string): Generator<[id: string, text: string]> {
    const rows = this.run.texts.iterate([collection]) as Iterable<{ id: string; doc: string }>
    for (const { id, doc } of rows) yield [id, doc]
  }

  /** Ids under `from <= key < to` of an index. */
  idsByKey(index: string, from: string, to: string): string[] {
    return (this.run.range.all([index, from, to]) as { id: string }[]).map((row) => row.id)
  }

  holders(entry: Entry): string[] {
    return (this.run.holders.all([entry.index, entry.key]) as { id: string }[]).map((row) => row.id)
  }

  counts(): Map<string, number> {
    const rows = this.run.counts.all([]) as { collection: string; n: number }[]
    return new Map(rows.map((row) => [row.collection, row.n]))
  }

  write(changes: Change[]): void {
    this.open()
    // Several documents of one request stand or fall together, whatever else is in the batch.
    if (changes.length > 1) this.db.exec('SAVEPOINT request')
    try {
      for (const change of changes) this.apply(change)
      if (changes.length > 1) this.db.exec('RELEASE request')
    } catch (error) {
      if (changes.length > 1) this.db.exec('ROLLBACK TO request; RELEASE request')
      throw error
    }
  }

  setting(key: string): unknown {
    const row = this.run.setting.get([key]) as { value: string } | undefined
    return row && (JSON.parse(row.value) as unknown)
  }

  putSetting(key: string, value: unknown): void {
    this.open()
    this.run.putSetting.run([key, JSON.stringify(value)])
  }

  dropSetting(key: string): void {
    this.open()
    this.run.dropSetting.run([key])
  }

  /** Values under all keys with that beginning, in the order of the keys. */
  settings(prefix: string): unknown[] {
    const rows = this.run.settings.all([prefix, `${prefix}\u{10ffff}`]) as Record<string, string>[]
    return rows.map((row) => JSON.parse(row['value']!) as unknown)
  }

  dropEntries(index: string): void {
    this.open()
    this.run.dropIndex.run([index])
  }

  addEntry(entry: Entry, id: string): void {
    this.open()
    this.run.addEntry.run([entry.index, entry.key, id])
  }

  /** Resolves when everything written so far is on disk. */
  durable(): Promise<void> {
    return this.batch?.done ?? Promise.resolve()
  }

  clear(): void {
    this.commit()
    this.db.exec(`BEGIN IMMEDIATE; ${TABLES.map((t) => `DELETE FROM ${t};`).join(' ')} COMMIT`)
  }

  snapshot(name: string): void {
    this.commit()
    const file = this.snapshotFile(name)
    mkdirSync(join(this.dir, 'snapshots'), { recursive: true })
    rmSync(file, { force: true })
    this.db.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`)
  }

  restore(name: string): void {
    const file = this.snapshotFile(name)
    if (!existsSync(file)) throw new CloudError('INVALID_PARAM', `there is no snapshot "${name}"`)
    this.commit()
    this.db.exec(`ATTACH '${file.replaceAll("'", "''")}' AS saved`)
    try {
      const copies = TABLES.map(
        (t) => `DELETE FROM main.${t}; INSERT INTO main.${t} SELECT * FROM saved.${t};`,
      )
      this.db.exec(`BEGIN IMMEDIATE; ${copies.join(' ')} COMMIT`)
    } finally {
      this.db.exec('DETACH saved')
    }
  }

  close(): void {
    this.commit()
    // Leaves one whole file behind, fit to be copied.
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    this.db.close()
  }

  private apply({ collection, id, text, drop, add }: Change): void {
    for (const entry of drop) this.run.dropEntry.run([entry.index, entry.key, id])
    if (text === null) this.run.remove.run([collection, id])
    else this.run.put.run([collection, id, text])
    for (const entry of add) this.run.addEntry.run([entry.index, entry.key, id])
  }

  private open(): void {
    if (this.batch) return
    this.db.exec('BEGIN IMMEDIATE')
    let resolve!: () => void
    let reject!: (e: unknown) => void
    const done = new Promise<void>((yes, no) => {
      resolve = yes
      reject = no
    })
    // A batch nobody waits for must not end the process; whoever waits still sees the failure.
    done.catch(() => {})
    this.batch = { done, resolve, reject }
    setImmediate(() => this.commit())
  }

  private commit(): void {
    const batch = this.batch
    if (!batch) return
    this.batch = null
    try {
      this.db.exec('COMMIT')
      batch.resolve()
    } catch (error) {
      this.db.exec('ROLLBACK')
      this.onLost()
      batch.reject(new CloudError('DATABASE_REQUEST_FAILED', `not stored: ${String(error)}`))
    }
  }

  private snapshotFile(name: string): string {
    if (!/^[\w-]{1,64}$/.test(name))
      throw new CloudError('INVALID_PARAM', 'a snapshot name is letters, digits, _ and -')
    return join(this.dir, 'snapshots', `${name}.db`)
  }
}

/** Opens the file, or says in one sentence that it is damaged: it is never silently emptied. */
function openChecked(file: string): Database.Database {
  try {
    if (!existsSync(file)) makeEmpty(file)
    else if (statSync(file).size === 0) throw new Error('it is empty')
    const db = new Database(file)
    db.exec(BATCH)
    const rows = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
    if (rows[0]?.quick_check !== 'ok') throw new Error(rows[0]?.quick_check)
    return db
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CloudError(
      'DATA_DAMAGED',
      `The data file ${file} is damaged (${why}). Nothing was changed; move it away or put a copy in its place.`,
    )
  }
}

/** Whole or not at all: an empty file found later was emptied by somebody. */
function makeEmpty(file: string): void {
  if (existsSync(`${file}-wal`)) throw new Error('its journal is there without it')
  const db = new Database(`${file}.new`)
  db.exec(BATCH)
  db.close()
  renameSync(`${file}.new`, file)
}
