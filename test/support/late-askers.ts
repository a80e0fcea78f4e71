import { parseSync, visitorKeys } from 'oxc-parser'

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

/** What asks for WeChat's dialog, and what begins with asking. */
const ASKERS = new Set(['askFor', 'askAndRecord', 'acceptOffer'])
const FUNCTIONS = new Set(['FunctionExpression', 'ArrowFunctionExpression', 'FunctionDeclaration'])

/**
 * Calls that ask too late, as `function`: not in the handler of a tap itself, or behind an await in it. WeChat shows
 * its dialog only in the tap: developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html
 */
export function lateAskers(
  path: string,
  text: string,
): { readonly late: string[]; readonly asks: number } {
  const late: string[] = []
  let asks = 0
  const look = (node: Node, name: string, awaits: number[]): void => {
    if (node.type === 'AwaitExpression') {
      // What is awaited is evaluated first: `await askFor(…)` asks in time.
      const inner: number[] = [...awaits]
      for (const child of childrenOf(node)) look(child, name, inner)
      awaits.push(node.start)
      return
    }
    if (node.type === 'CallExpression') {
      const { name: called } = node['callee'] as { readonly name?: string }
      if (called && ASKERS.has(called)) {
        asks++
        if (!/^on[A-Z]/.test(name) && !ASKERS.has(name)) late.push(`${name}: no tap`)
        else if (awaits.some((at) => at < node.start)) late.push(`${name}: after an await`)
      }
    }
    const own = nameOf(node)
    for (const child of childrenOf(node))
      if (FUNCTIONS.has(child.type)) look(child, own ?? nameOf(child) ?? name, [])
      else look(child, name, awaits)
  }
  look(parseSync(path, text).program as unknown as Node, '', [])
  return { late, asks }
}

function childrenOf(node: Node): Node[] {
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => [node[key]].flat() as (Node | null | undefined)[])
    .filter((child): child is Node => Boolean(child))
    .sort((a, b) => a.start - b.start)
}

/** `onBook() {}`, `onBook: () => {}`, `function onBook() {}`. */
function nameOf(node: Node): string | undefined {
  const named = node['key'] ?? node['id']
  return (named as { readonly name?: string } | null | undefined)?.name
}
