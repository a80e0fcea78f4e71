import { toCssLengths } from '../runtime/css-lengths'
import { builtin } from './builtin'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
  text?: string
}

/** Elements that WeChat's rich-text lets through; anything else is dropped with its content. */
const allowed = new Set(
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead tr tt u ul'.split(
    ' ',
  ),
)
const attributes = new Set(
  'class style alt src height width colspan rowspan start type dir span align'.split(' '),
)

const build = (name: string, attrs: Record<string, string>, children: Node[]): Node[] => {
  if (!allowed.has(name)) return []
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attrs))
    if (attributes.has(key) && !/^\s*javascript:/i.test(value))
      element.setAttribute(key, key === 'style' ? toCssLengths(value) : value)
  element.append(...children)
  return [element]
}

const fromNode = ({ type, name = '', attrs = {}, children = [], text = '' }: RichNode): Node[] =>
  type === 'text'
    ? [document.createTextNode(text)]
    : build(name.toLowerCase(), attrs, children.flatMap(fromNode))

const fromHtml = (node: Node): Node[] => {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')]
  if (!(node instanceof HTMLElement)) return []
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  return build(node.localName, attrs, [...node.childNodes].flatMap(fromHtml))
}

export const richText = builtin({
  tag: 'rich-text',
  properties: { nodes: null, space: '', userSelect: false, mode: 'default' },
  setup: ({ host }) => ({
    changed: {
      nodes: (nodes) => {
        const content =
          typeof nodes === 'string'
            ? [...new DOMParser().parseFromString(nodes, 'text/html').body.childNodes].flatMap(
                fromHtml,
              )
            : ((nodes ?? []) as RichNode[]).flatMap(fromNode)
        host.replaceChildren(...content)
      },
      space: (kind) => host.toggleAttribute('data-space', kind !== ''),
      userSelect: (on) => host.toggleAttribute('data-select', on),
    },
  }),
})
