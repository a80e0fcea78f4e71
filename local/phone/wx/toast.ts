import { el } from '../router/el'
import { allAsynchronous, type Options } from './asynchronous'
import type { Family } from './family'

const drawing = (path: string) =>
  `<svg viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`
const icons: Record<string, string> = {
  success: drawing('<path d="M7 23 18 34 38 11"/>'),
  error: drawing('<circle cx="22" cy="22" r="18"/><path d="M22 12v13M22 31v.1"/>'),
}

/** Toast and loading share one place on the screen, as in WeChat: the later replaces the earlier. */
export const toast: Family = ({ router }) => {
  let shown: HTMLElement[] = []
  let kind: 'toast' | 'loading' = 'toast'
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    for (const element of shown) element.remove()
    shown = []
  }
  const show = (o: Options, as: 'toast' | 'loading') => {
    hide()
    kind = as
    const icon = as === 'loading' ? 'loading' : (o['icon'] ?? 'success')
    const box = el('div', icon === 'none' ? 'phone-toast' : 'phone-toast phone-toast-big')
    box.setAttribute('role', 'status')
    if (o['image']) {
      const image = el('img')
      image.src = o['image']
      box.append(image)
    } else if (icon === 'loading') box.append(el('div', 'phone-toast-spinner'))
    else if (icon !== 'none') box.innerHTML = icons[icon] ?? ''
    box.append(el('div', '', String(o['title'] ?? '')))
    shown = o['mask'] ? [el('div', 'phone-mask'), box] : [box]
    router.frame.overlay.append(...shown)
    if (as === 'toast') timer = setTimeout(hide, o['duration'] ?? 1500)
  }
  return allAsynchronous({
    showToast: (o) => show(o, 'toast'),
    hideToast: hide,
    showLoading: (o) => show(o, 'loading'),
    // WeChat's hideLoading leaves a toast alone that came after the loading.
    hideLoading: () => kind === 'loading' && hide(),
  })
}
