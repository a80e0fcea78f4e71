import type Database from 'libsql'

export const TABLES = ['documents', 'entries', 'settings']

/** Durable before reply: WAL with a full sync at each commit. */
export const BATCH = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS documents (
    collection TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (collection, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entries (
    name TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (name, key, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`

const SQL = {
  read: 'SELECT doc FROM documents WHERE collection = ? AND id = ?',
  ids: 'SELECT id FROM documents WHERE collection = ? ORDER BY id',
  texts: 'SELECT id, doc FROM documents WHERE collection = ? ORDER BY id',
  range: 'SELECT id FROM entries WHERE name = ? AND key >= ? AND key < ?',
  holders: 'SELECT id FROM entries WHERE name = ? AND key = ?',
  counts: 'SELECT collection, count(*) AS n FROM documents GROUP BY collection',
  put: 'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET doc = excluded.doc',
  remove: 'DELETE FROM documents WHERE collection = ? AND id = ?',
  addEntry: 'INSERT OR IGNORE INTO entries VALUES (?, ?, ?)',
  dropEntry: 'DELETE FROM entries WHERE name = ? AND key = ? AND id = ?',
  dropIndex: 'DELETE FROM entries WHERE name = ?',
  setting: 'SELECT value FROM settings WHERE key = ?',
  settings: 'SELECT key, value FROM settings WHERE key >= ? AND key < ? ORDER BY key',
  putSetting: 'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  dropSetting: 'DELETE FROM settings WHERE key = ?',
} as const

export type Statements = Record<keyof typeof SQL, Database.Statement<unknown[][]>>

export function prepare(db: Database.Database): Statements {
  const entries = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])
  return Object.fromEntries(entries) as Statements
}
