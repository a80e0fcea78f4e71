import type { GeneralComponent, Node } from 'glass-easel'

/** glass-easel has no `ready`: components wait here from `attached` until the page is laid out. */
export interface ReadyQueue {
  add(component: GeneralComponent): void
  /** Fires `ready`, children before their parents. */
  flush(): void
  /** While the page is mounted its components wait for it. */
  hold(): void
}

const parentOf = (node: Node): Node | null =>
  node.parentNode ?? (node as { getHostNode?: () => Node }).getHostNode?.() ?? null

const isInside = (node: Node, ancestor: Node) => {
  for (let at: Node | null = parentOf(node); at; at = parentOf(at)) if (at === ancestor) return true
  return false
}

export const createReadyQueue = (): ReadyQueue => {
  let waiting: GeneralComponent[] = []
  let held = 0
  let planned = false

  const fire = () => {
    planned = false
    if (held > 0) return
    // Attached in pre-order; popping a stack turns that into post-order.
    const stack: GeneralComponent[] = []
    const order: GeneralComponent[] = []
    for (const one of waiting.splice(0)) {
      let top = stack.at(-1)
      while (top && !isInside(one, top)) {
        order.push(top)
        stack.pop()
        top = stack.at(-1)
      }
      stack.push(one)
    }
    order.push(...stack.toReversed())
    for (const one of order) one.triggerLifetime('ready', [])
  }

  return {
    add: (component) => {
      waiting.push(component)
      if (planned || held > 0) return
      planned = true
      queueMicrotask(fire)
    },
    hold: () => {
      held += 1
    },
    flush: () => {
      held = Math.max(0, held - 1)
      const all = waiting
      waiting = all
      fire()
    },
  }
}
