import { readFileSync } from 'node:fs'
import { CloudError } from './cloud-error'

export interface Index {
  name: string
  /** Field paths in order; direction is kept for the deploy and does not matter for equality. */
  keys: { name: string; direction: string }[]
  unique: boolean
}
export interface Schema {
  collections: Record<string, { permission: string; indexes: Index[] }>
}

/** Reads the one schema file that the deployment reads too. */
export function readSchema(file: string): Schema {
  const schema = readJson(file) as {
    collections: Record<string, { permission?: string; indexes?: Index[] }>
  }
  const collections = Object.entries(schema.collections).map(([name, c]) => [
    name,
    { permission: c.permission ?? 'ADMINONLY', indexes: c.indexes ?? [] },
  ])
  return { collections: Object.fromEntries(collections) as Schema['collections'] }
}

/** Parses a settings file, or says which one is wrong. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CloudError('INVALID_FILE', `${file} cannot be read: ${why}`)
  }
}
