import { CloudError } from '../cloud-error'
import type { Entry } from '../engine/engine'
import { write, type Doc } from '../protocol/ejson'
import type { Index } from '../schema'

/** Index entries of a document, one per value where a field is an array, a missing field as null: as MongoDB does. */
export function entriesOf(collection: string, indexes: Index[], doc: Doc): Entry[] {
  return indexes.flatMap((index) => {
    let keys: string[] = ['']
    for (const { name } of index.keys) {
      const parts = [...new Set(valuesAt(doc, name.split('.')).map(keyPart))]
      if (keys.length > 1 && parts.length > 1)
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `[FailedOperation] cannot index parallel arrays: ${index.name} of ${collection}`,
        )
      keys = keys.flatMap((key) => parts.map((part) => key + part))
    }
    return keys.map((key) => ({ index: indexName(collection, index), key }))
  })
}

export const indexName = (collection: string, index: Index): string => `${collection}.${index.name}`

/** One value of a key. JSON inside brackets, so that no value is a prefix of another. */
export function keyPart(value: unknown): string {
  if (value === undefined || value === null) return '[z]'
  if (typeof value === 'string') return `[s${JSON.stringify(value)}]`
  if (typeof value === 'number') return `[n${value}]`
  if (typeof value === 'boolean') return `[b${value}]`
  if (value instanceof Date) return `[d${value.getTime()}]`
  return `[o${write(value)}]`
}

function valuesAt(at: unknown, path: string[]): unknown[] {
  const [step, ...rest] = path
  if (step === undefined) return Array.isArray(at) ? [at, ...(at as unknown[])] : [at]
  if (Array.isArray(at)) {
    const within = at.flatMap((item) => (Array.isArray(item) ? [] : valuesAt(item, path)))
    return /^\d+$/.test(step) ? [...within, ...valuesAt(at[Number(step)], rest)] : within
  }
  if (typeof at !== 'object' || at === null) return [undefined]
  return valuesAt(Object.hasOwn(at, step) ? (at as Doc)[step] : undefined, rest)
}
