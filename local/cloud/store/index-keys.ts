import { CloudError } from '../cloud-error'
import type { Entry } from '../engine/engine'
import { write, type Doc } from '../protocol/ejson'
import type { Range } from '../query/plan'
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

/** How keys are written. Another way is another version: files with older keys have them made anew. */
export const KEY_VERSION = 2

/** One value of a key, in brackets, so that no value is a prefix of another. Numbers and dates stand in their order. */
export function keyPart(value: unknown): string {
  if (value === undefined || value === null) return '[z]'
  if (typeof value === 'string') return `[s${JSON.stringify(value)}]`
  if (typeof value === 'number') return `[n${sortable(value)}]`
  if (typeof value === 'boolean') return `[b${value}]`
  if (value instanceof Date) return `[d${sortable(value.getTime())}]`
  return `[o${write(value)}]`
}

/** The keys from … to which such a range reaches, both after the same beginning. */
export function keyRange({ kind, from, to }: Range): [from: string, to: string] {
  const mark = kind === 'number' ? '[n' : '[d'
  return [
    from === undefined ? mark : `${mark}${sortable(from)}]`,
    to === undefined ? `${mark}\u{10ffff}` : `${mark}${sortable(to)}]\u{10ffff}`,
  ]
}

/** 16 hexadecimal digits that sort as the numbers do (the bits of IEEE 754, the sign turned around). */
function sortable(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  // -0 equals 0.
  view.setFloat64(0, value === 0 ? 0 : value)
  const bits = view.getBigUint64(0)
  const sign = 1n << 63n
  const turned = bits & sign ? ~bits & (2n ** 64n - 1n) : bits | sign
  return turned.toString(16).padStart(16, '0')
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
