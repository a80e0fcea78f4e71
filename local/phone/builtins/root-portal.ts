import { builtin } from './builtin'

/** Takes its content out of where it stands, so that `fixed` covers the whole page. */
export const rootPortal = builtin({
  tag: 'root-portal',
  properties: { enable: true },
  setup: ({ host, get }) => {
    const place = document.createComment('root-portal')
    const move = () => {
      const page = host.closest('wx-page') ?? place.parentElement?.closest('wx-page')
      if (get('enable') && page && host.parentNode !== page) {
        host.replaceWith(place)
        page.append(host)
      } else if (!get('enable') && place.parentNode) {
        place.replaceWith(host)
      }
    }
    return {
      attached: () => queueMicrotask(move),
      detached: () => {
        host.remove()
        place.remove()
      },
      changed: { enable: move },
    }
  },
})
