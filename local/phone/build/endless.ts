import type { Parts } from './parts'
import type { Problem } from './problem'
import type { SourceElement } from './scan-elements'

/**
 * Components that contain each other whatever their data says would be created without end. One that
 * contains itself under wx:if or wx:for is a tree, and fine.
 */
export const endlessComponents = (
  components: Parts['components'],
  elementsOf: (path: string) => SourceElement[],
): Problem[] => {
  const problems: Problem[] = []
  const done = new Set<string>()
  const visit = (path: string, chain: { path: string; tag: string; line: number }[]) => {
    const at = chain.findIndex((one) => one.path === path)
    if (at >= 0) {
      const circle = chain.slice(at)
      problems.push({
        file: `${path}.wxml`,
        line: circle[0]?.line ?? 1,
        message: `contains itself without end: ${circle.map(({ path: file, tag, line }) => `${file}.wxml:${line} <${tag}>`).join(' → ')}`,
      })
      return
    }
    if (done.has(path)) return
    const using = components[path]?.config.usingComponents ?? {}
    for (const { tag, line, conditional } of elementsOf(path)) {
      const target = using[tag]?.slice(1)
      if (target !== undefined && !conditional) visit(target, [...chain, { path, tag, line }])
    }
    done.add(path)
  }
  for (const path of Object.keys(components)) visit(path, [])
  return problems
}
