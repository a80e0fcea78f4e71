import type { Element as Node } from 'glass-easel'
import type { MountedPage } from '../runtime/types'
import { isComponentNode } from '../runtime/element-tree'
import { tagOf, takeSnapshot } from './snapshot'

/** What the client is told about an element; only custom components have a `nodeId`. */
export interface ElementInfo {
  elementId: string
  tagName: string
  nodeId?: string
}

/** Ids of elements: `<page id>-<n>`, n in the order in which they were first asked for. */
export function createRegistry(pages: () => readonly MountedPage[]) {
  const ids = new WeakMap<Node, string>()
  const nodes = new Map<string, Node>()
  const counts = new Map<number, number>()

  const forgetClosed = () => {
    const open = new Set(pages().map((page) => String(page.id)))
    for (const id of nodes.keys()) if (!open.has(id.split('-')[0] ?? '')) nodes.delete(id)
  }
  const info = (node: Node, pageId: number): ElementInfo => {
    let id = ids.get(node)
    if (!id) {
      const count = (counts.get(pageId) ?? 0) + 1
      counts.set(pageId, count)
      id = `${pageId}-${count}`
      ids.set(node, id)
      nodes.set(id, node)
    }
    return { elementId: id, tagName: tagOf(node), ...(isComponentNode(node) && { nodeId: id }) }
  }
  return {
    page(id: number): MountedPage {
      const found = pages().find((page) => page.id === id)
      if (!found) throw new Error(`page ${id} is not found`)
      return found
    },
    node(id: string): Node {
      const found = nodes.get(id)
      if (!found) throw new Error(`element ${id} is not found`)
      return found
    },
    /** Elements under `from` that match; a custom component is searched inside, `a >>> b` goes into a. */
    select(from: Node, selector: string, pageId: number): ElementInfo[] {
      forgetClosed()
      let scopes = [from]
      for (const part of selector.split('>>>')) {
        scopes = scopes.flatMap((scope) => {
          const { root, nodeOf } = takeSnapshot(scope, true)
          return [...root.querySelectorAll(part.trim())].map(nodeOf)
        })
      }
      return scopes.map((node) => info(node, pageId))
    },
    selectByXpath(from: Node, xpath: string, pageId: number): ElementInfo[] {
      forgetClosed()
      const { root, nodeOf } = takeSnapshot(from, true)
      const type = XPathResult.ORDERED_NODE_SNAPSHOT_TYPE
      const found = root.ownerDocument.evaluate(xpath, root, null, type)
      const all: ElementInfo[] = []
      for (let i = 0; i < found.snapshotLength; i++) {
        const element = found.snapshotItem(i)
        if (element instanceof Element) all.push(info(nodeOf(element), pageId))
      }
      return all
    },
  }
}

export type Registry = ReturnType<typeof createRegistry>
