import { dataPath } from './data-path'
import type { Methods, Params } from './methods'
import type { Registry } from './registry'

const first = <T>(found: T[], selector: unknown): T => {
  const [element] = found
  if (element === undefined) throw new Error(`no such element: ${String(selector)}`)
  return element
}

/** `Page.*` of the protocol. */
export function pageMethods(registry: Registry): Methods {
  const page = (params: Params) => registry.page(params['pageId'])
  const css = (p: Params) => registry.select(page(p).root, p['selector'], p['pageId'])
  const xpath = (p: Params) => registry.selectByXpath(page(p).root, p['selector'], p['pageId'])

  return {
    'Page.getElement': (p) => first(css(p), p['selector']),
    'Page.getElements': (p) => ({ elements: css(p) }),
    'Page.getElementByXpath': (p) => first(xpath(p), p['selector']),
    'Page.getElementsByXpath': (p) => ({ elements: xpath(p) }),
    'Page.getData': (p) => ({ data: dataPath(page(p).instance.data, p['path']) ?? null }),
    'Page.setData': (p) => page(p).instance.setData(p['data']),
    'Page.callMethod': async (p) => {
      const { instance, path } = page(p)
      const method = instance[p['method']]
      if (typeof method !== 'function') throw new Error(`${path} has no ${String(p['method'])}`)
      const result: unknown = await method.apply(instance, p['args'] ?? [])
      return { result: result ?? null }
    },
    'Page.getWindowProperties': (p) => {
      const scroller = page(p).element.closest('.phone-page-scroll')
      const read = (name: string) => {
        // Each WeChat page is a document of its own; here its scroller plays that part.
        const own = /^document\.(documentElement|body)\.(.+)$/.exec(name)?.[2]
        if (own && scroller) return dataPath(scroller, own)
        return dataPath(window, name)
      }
      return { properties: (p['names'] as string[]).map((name) => read(name) ?? null) }
    },
  }
}
