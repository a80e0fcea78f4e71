import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { ROOT, projectFiles } from './project-files'

/** Lists of people within a document: their fields count one by one. */
const WITHIN = [
  ['households', 'guardians', 'Guardian', 'miniprogram/domain/household.ts'],
  ['households', 'children', 'Child', 'miniprogram/domain/child.ts'],
] as const

type Node = { readonly type: string } & Readonly<Record<string, any>>

/** The names of each collection's fields, read from the types that the stores give their documents. */
export function storedFields(): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>()
  for (const path of projectFiles('cloudfunctions/core/store').filter((each) =>
    each.endsWith('.ts'),
  ))
    for (const [, type = '', name = ''] of read(path).matchAll(
      /new Collection<(.+?)>\(db, '(\w+)'\)/g,
    )) {
      const parsed = parseSync('type.ts', `type Stored = ${type}`).program
        .body[0] as unknown as Node
      const found = membersOf(parsed['typeAnnotation'], path)
      fields.set(name, new Set([...(fields.get(name) ?? []), ...found]))
    }
  for (const [collection, field, type, path] of WITHIN)
    for (const member of declared(type, path)) fields.get(collection)?.add(`${field}.${member}`)
  return fields
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The members of a type as it is written in this file. */
function membersOf(type: Node, path: string): string[] {
  switch (type.type) {
    case 'TSIntersectionType':
    case 'TSUnionType':
      return type['types'].flatMap((each: Node) => membersOf(each, path))
    case 'TSTypeLiteral':
      return type['members'].map((each: Node) => each['key'].name)
    case 'TSParenthesizedType':
      return membersOf(type['typeAnnotation'], path)
    case 'TSMappedType':
      return membersOf(type['typeAnnotation'], path)
    case 'TSIndexedAccessType':
      return membersOf(type['objectType'], path)
    case 'TSTypeReference':
      return referenced(type, path)
    default:
      throw new Error(`${path}: a stored type of a kind that this test cannot read: ${type.type}`)
  }
}

function referenced(type: Node, path: string): string[] {
  const name: string = type['typeName'].name
  const [first, second] = (type['typeArguments']?.params ?? []) as Node[]
  if ((name === 'Omit' || name === 'Pick') && first && second) {
    const keys = namesOf(second)
    return membersOf(first, path).filter((each) => keys.includes(each) === (name === 'Pick'))
  }
  if ((name === 'Partial' || name === 'Readonly') && first) return membersOf(first, path)
  return declared(name, path)
}

function namesOf(type: Node): string[] {
  return type.type === 'TSUnionType'
    ? type['types'].flatMap(namesOf)
    : [String(type['literal']?.value)]
}

/** The members of a named type, declared here or in the file that it is imported from. */
function declared(name: string, path: string): string[] {
  const { body } = parseSync(path, read(path)).program as unknown as { body: Node[] }
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const isHere = statement['specifiers'].some((each: Node) => each['local'].name === name)
      if (isHere) return declared(name, join(dirname(path), `${statement['source'].value}.ts`))
      continue
    }
    const node: Node = statement['declaration'] ?? statement
    if (node['id']?.name !== name) continue
    if (node.type === 'TSTypeAliasDeclaration') return membersOf(node['typeAnnotation'], path)
    if (node.type !== 'TSInterfaceDeclaration') continue
    const inherited = (node['extends'] as Node[]).flatMap((each) =>
      declared(each['expression'].name, path),
    )
    return [...inherited, ...node['body'].body.map((each: Node) => each['key'].name)]
  }
  throw new Error(`${path}: no type ${name}`)
}
