import { posix } from 'node:path'
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import selectorParser, { type Selector } from 'postcss-selector-parser'
import { drawIcons } from './draw-icons'
import type { Problem } from './problem'
import type { SourceTree } from './source-tree'

/** Whose style sheet it is decides what its selectors reach. */
export type StyleOwner =
  | { kind: 'app' }
  | { kind: 'page'; path: string }
  | { kind: 'component'; prefix: string }
  | { kind: 'shared' }

export const iconSheet = 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss'

const importRequest = (rule: AtRule) => /^(?:url\()?\s*["']?([^"')]+)/.exec(rule.params)?.[1]

/** Inlines `@import`; a sheet imported twice from one place stays once, as imports may circle. */
const parseWithImports = (
  tree: SourceTree,
  path: string,
  problems: Problem[],
  files: Set<string>,
): Root => {
  files.add(path)
  const root = postcss.parse(tree.read(path), { from: path })
  root.walkAtRules('import', (rule): void => {
    const request = importRequest(rule)?.trim() ?? ''
    const target = posix.normalize(
      request.startsWith('/') ? request.slice(1) : posix.join(posix.dirname(path), request),
    )
    if (files.has(target)) {
      rule.remove()
      return
    }
    if (!tree.exists(target)) {
      problems.push({
        file: path,
        ...(rule.source?.start ? { line: rule.source.start.line } : {}),
        message: `@import of a missing file: ${request}`,
      })
      rule.remove()
      return
    }
    rule.replaceWith(parseWithImports(tree, target, problems, files).nodes)
  })
  return root
}

const lengths = (value: string) =>
  value
    .replace(
      /(-?\d*\.?\d+)rpx\b/g,
      (_, amount: string) => `${+(Number(amount) / 7.5).toFixed(5)}vw`,
    )
    // The page is lower than the window by the bars around it, so a plain vh would be too tall.
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, amount: string) => `calc(var(--page-vh, 1vh) * ${amount})`)
    // A browser's window has no home indicator; the frame says how high the phone's zone is.
    .replace(/env\(safe-area-inset-bottom\)/g, 'var(--safe-bottom, 0px)')

const KNOWN = String.raw`["']?(?<![\w-])(?:system-ui|sans-serif|-apple-system|BlinkMacSystemFont|PingFang ?SC[\w-]*|Noto Sans SC|Noto Sans CJK SC|Source Han Sans SC|Microsoft YaHei)(?![\w-])["']?`
const KNOWN_FAMILIES = new RegExp(`${KNOWN}(?:\\s*,\\s*${KNOWN})*`, 'g')

/** Text is drawn with the font that the phone brings: the same width on every machine, and no boxes on any. */
const families = (value: string) => value.replace(KNOWN_FAMILIES, 'var(--phone-font)')

const attribute = (text: string) => selectorParser().astSync(text).first.nodes

const rewriteSelector = (selector: Selector, owner: StyleOwner) => {
  let reachesPage = false
  selector.walk((node) => {
    if (node.type === 'tag' && node.value !== 'from' && node.value !== 'to') {
      if (node.value === 'page') {
        reachesPage = true
        node.value = owner.kind === 'page' ? `wx-page:where([is="${owner.path}"])` : 'wx-page'
      } else if (!/^\d/.test(node.value)) {
        node.value = `wx-${node.value}`
      }
    } else if (node.type === 'class' && owner.kind === 'component') {
      node.value = `${owner.prefix}--${node.value}`
    } else if (node.type === 'id') {
      // Ids carry a prefix of the component instance; `:not(#_)` keeps an id's weight.
      node.replaceWith(...attribute(`[id$="--${node.value}"]:not(#_)`))
    } else if (node.type === 'pseudo' && node.value === ':host' && owner.kind === 'component') {
      node.replaceWith(...attribute(`[wx-host="${owner.prefix}"]`))
    }
  })
  if (owner.kind !== 'page' || reachesPage) return
  const [first] = selector.nodes
  const before = first?.spaces.before ?? ''
  if (first) first.spaces.before = ''
  selector.prepend(
    selectorParser.tag({
      value: `${before}:where(wx-page[is="${owner.path}"]) `,
    }),
  )
}

/** WXSS → CSS for the phone's document. */
export const compileStyle = (
  tree: SourceTree,
  path: string,
  owner: StyleOwner,
): { css: string; problems: Problem[]; files: string[] } => {
  const problems: Problem[] = []
  const files = new Set<string>()
  try {
    const root = parseWithImports(tree, path, problems, files)
    if (path === iconSheet) drawIcons(root)
    root.walkDecls((decl) => {
      decl.value = lengths(decl.value)
      if (/font/.test(decl.prop)) decl.value = families(decl.value)
    })
    root.walkAtRules((rule) => {
      if (rule.name === 'media') rule.params = lengths(rule.params)
    })
    const rewrite = selectorParser((selectors) =>
      selectors.each((selector) => rewriteSelector(selector, owner)),
    )
    root.walkRules((rule) => {
      const parent = rule.parent
      if (parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes')) return
      rule.selector = rewrite.processSync(rule.selector)
    })
    return { css: root.toString(), problems, files: [...files] }
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    problems.push({
      file: path,
      ...(error.line === undefined ? {} : { line: error.line }),
      message: error.reason,
    })
    return { css: '', problems, files: [...files] }
  }
}
