import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { decl, parse, type Root } from 'postcss'

const require = createRequire(import.meta.url)
const iconDir = join(dirname(require.resolve('tdesign-icons-svg/package.json')), 'src')

let names: Set<string> | undefined
const drawn = () =>
  (names ??= new Set(
    readdirSync(iconDir).flatMap((file) => (file.endsWith('.svg') ? [file.slice(0, -4)] : [])),
  ))

/** The drawing as a file; the package writes `view-box`, which browsers do not know. */
export const readIcon = (name: string): string | undefined =>
  drawn().has(name)
    ? readFileSync(join(iconDir, `${name}.svg`), 'utf8').replace('view-box', 'viewBox')
    : undefined

/**
 * TDesign's icons are a font on a CDN. Offline each glyph becomes the same drawing from
 * tdesign-icons-svg, as a mask so that colour and size still follow the text. One rule draws, two
 * thousand short ones only name the drawing.
 */
export const drawIcons = (root: Root) => {
  root.walkAtRules('font-face', (rule) => void rule.remove())
  root.walkRules(/^\.t-icon-[\w-]+:before$/, (rule) => {
    const name = /^\.t-icon-([\w-]+):before$/.exec(rule.selector)?.[1] ?? ''
    if (!drawn().has(name)) return
    rule.selector = `.t-icon-${name}`
    rule.removeAll()
    rule.append(decl({ prop: '--icon', value: `url(/phone/icons/${name}.svg)` }))
  })
  root.append(
    parse(`.t-icon-base:before { content: ''; display: block; width: 1em; height: 1em;
      background: currentColor; mask: var(--icon) center/contain no-repeat; }`),
  )
}
