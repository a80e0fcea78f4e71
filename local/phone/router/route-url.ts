export interface RouteUrl {
  path: string
  query: Record<string, string>
}

/**
 * `../book/book?day=3` seen from `pages/home/home` → path and query. Values stay as they are
 * written: WeChat does not decode them for `onLoad` either.
 */
export function routeUrl(url: string, from: string): RouteUrl {
  const [address = '', search = ''] = url.split('?', 2)
  const path = new URL(address, `http://phone/${from}`).pathname.slice(1)
  const query: Record<string, string> = {}
  for (const pair of search.split('&')) {
    if (!pair) continue
    const at = pair.indexOf('=')
    if (at < 0) query[pair] = ''
    else query[pair.slice(0, at)] = pair.slice(at + 1)
  }
  return { path, query }
}
