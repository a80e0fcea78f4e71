import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AGING, KEEPING, NOBODYS, RULES } from '../miniprogram/domain/keeping'
import { ROOT } from './support/project-files'
import { storedFields } from './support/stored-fields'

const schema = JSON.parse(readFileSync(join(ROOT, 'cloudfunctions/schema.json'), 'utf8'))
const collections = Object.keys(schema.collections)
const stored = storedFields()

const HOW =
  'Enter it in miniprogram/domain/keeping.ts: a field about a person in KEEPING under its item ' +
  '(a new item needs a rule in RULES and words in miniprogram/view/kept-words.ts), any other in NOBODYS.'

/** What the table has no entry for, as one message that says what to do. */
function missing(): string[] {
  return [...stored].flatMap(([collection, fields]) => {
    const known = new Set([
      ...Object.keys(KEEPING[collection] ?? {}),
      ...(NOBODYS[collection] ?? []),
    ])
    return [...fields]
      .filter((field) => !known.has(field))
      .map((field) => `${collection}.${field} is stored without a purpose and an end. ${HOW}`)
  })
}

describe('The table of what is kept', () => {
  test('has every collection of the schema', () => {
    const unknown = collections.filter((name) => !(name in KEEPING) && !(name in NOBODYS))
    expect(unknown.map((name) => `${name} is stored without an entry. ${HOW}`)).toEqual([])
  })

  test('reads the types of every collection that a store opens', () => {
    // `old` opens those that age by their names.
    expect(collections.filter((name) => !stored.has(name))).toEqual([])
  })

  test('has every stored field', () => expect(missing()).toEqual([]))

  test('names no field that is not stored, and none as both somebody’s and nobody’s', () => {
    const stale = [KEEPING, NOBODYS].flatMap((table) =>
      Object.entries(table).flatMap(([collection, fields]) =>
        (Array.isArray(fields) ? (fields as string[]) : Object.keys(fields))
          .filter((field) => !stored.get(collection)?.has(field))
          .map((field) => `${collection}.${field}`),
      ),
    )
    expect(stale).toEqual([])
  })

  test('has a rule for each item, and an index for everything that leaves by its age', () => {
    const items = new Set(Object.values(KEEPING).flatMap((fields) => Object.values(fields)))
    expect([...items].filter((item) => !(item in RULES))).toEqual([])
    for (const { collection, field } of AGING) {
      const keys = schema.collections[collection].indexes.map(({ keys: all }: any) => all[0].name)
      expect(keys).toContain(field)
    }
  })

  test('is read from types: a planted field is found', () => {
    stored.get('passes')?.add('secret')
    expect(missing()).toEqual([expect.stringContaining('passes.secret is stored without')])
    stored.get('passes')?.delete('secret')
  })
})
