import { parseSync, visitorKeys } from 'oxc-parser'

/** What a TypeScript file asks of others, and the things it touches that a rule may forbid. */
export interface Source {
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[]
  /** Free names and what is taken from them: `window`, `Date.now`, `new Date()`, `.localeCompare`. */
  readonly uses: ReadonlySet<string>
  /** Nothing but other files' exports. */
  readonly isBarrel: boolean
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const imports: { from: string; typeOnly: boolean }[] = []
  const uses = new Set<string>()
  walk(program as unknown as Node, (node, parent, key) => {
    const from = sourceOf(node)
    if (from !== undefined) imports.push({ from, typeOnly: isTypeOnly(node) })
    for (const use of usesOf(node, parent, key)) uses.add(use)
  })
  const statements = program.body as unknown as readonly Node[]
  const isBarrel = statements.length > 0 && statements.every((each) => isReexport(each))
  return { imports, uses, isBarrel }
}

function walk(
  node: Node,
  visit: (node: Node, parent?: Node, key?: string) => void,
  parent?: Node,
  at?: string,
): void {
  visit(node, parent, at)
  for (const key of visitorKeys[node.type] ?? [])
    for (const child of [node[key]].flat()) if (child) walk(child as Node, visit, node, key)
}

function sourceOf({ type, source, argument, callee, arguments: args }: Node): string | undefined {
  if (/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(type))
    return textOf(source ?? argument)
  const isRequire = type === 'CallExpression' && (callee as Node)['name'] === 'require'
  return isRequire ? textOf((args as readonly unknown[])[0]) : undefined
}

function textOf(literal: unknown): string | undefined {
  const value = (literal as Node | null | undefined)?.['value']
  return typeof value === 'string' ? value : undefined
}

/** `import { type A }` still loads the file under verbatimModuleSyntax, so it is no type import. */
function isTypeOnly({ type, importKind, exportKind }: Node): boolean {
  return importKind === 'type' || exportKind === 'type' || type === 'TSImportType'
}

function isReexport({ type, source }: Node): boolean {
  return type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source !== null)
}

function usesOf(node: Node, parent?: Node, key?: string): string[] {
  if (node.type === 'Identifier') return isName(parent, key) ? [] : [node['name'] as string]
  if (node.type === 'MemberExpression' && !node['computed']) {
    const property = (node['property'] as Node)['name'] as string
    const object = node['object'] as Node
    return object.type === 'Identifier'
      ? [`.${property}`, `${object['name'] as string}.${property}`]
      : [`.${property}`]
  }
  if (node.type === 'NewExpression' && (node['arguments'] as readonly unknown[]).length === 0)
    return [`new ${(node['callee'] as Node)['name'] as string}()`]
  return []
}

/** A property's name, not a thing. */
function isName(parent?: Node, key?: string): boolean {
  if (!parent) return false
  if (parent.type === 'MemberExpression') return key === 'property' && !parent['computed']
  return key === 'key' && !parent['computed'] && !parent['shorthand']
}
