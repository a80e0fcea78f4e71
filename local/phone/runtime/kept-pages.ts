import type { Router } from '../router/router'
import type { MountedPage } from './types'

interface KeptPage {
  url: string
  data: Record<string, unknown>
  scrollTop: number
}

const scrollerOf = (page: MountedPage) => page.element.closest('.phone-page-scroll')
const keyOf = (openid: string) => `phone-kept:${openid}`

/** Keeps which pages are open and what they hold, for `restorePages`. */
export const keepPages = (openid: string, stack: MountedPage[]) => {
  const kept = stack.map((page): KeptPage => {
    const query = new URLSearchParams(page.query).toString()
    const url = `/${page.path}${query && `?${query}`}`
    return { url, data: page.written(), scrollTop: scrollerOf(page)?.scrollTop ?? 0 }
  })
  sessionStorage.setItem(keyOf(openid), JSON.stringify(kept))
}

/** Opens what `keepPages` kept; false when nothing was, or no longer can be. */
export const restorePages = async (openid: string, router: Router): Promise<boolean> => {
  const text = sessionStorage.getItem(keyOf(openid))
  sessionStorage.removeItem(keyOf(openid))
  const kept = JSON.parse(text ?? '[]') as KeptPage[]
  for (const [index, { url, data, scrollTop }] of kept.entries()) {
    const way = index === 0 ? 'reLaunch' : 'navigateTo'
    try {
      await router[way]({ url })
    } catch (error) {
      // The page may have left app.json; one below it is the place to go on.
      if (index === 0) return false
      throw error
    }
    const page = router.stack.at(-1)
    if (!page) return false
    page.instance.setData(data)
    scrollerOf(page)?.scrollTo({ top: scrollTop, behavior: 'instant' })
  }
  return kept.length > 0
}
