import { asynchronous } from './asynchronous'
import type { Family } from './family'
import { requirePrivacy } from './privacy'

/** The phone's own clipboard: the browser's would need a permission and be everybody's. */
export const clipboard: Family = (phone) => {
  let held = ''
  const showToast = (title: string) => {
    const toast = phone.router.frame.overlay.ownerDocument.createElement('div')
    toast.className = 'phone-toast'
    toast.textContent = title
    phone.router.frame.overlay.append(toast)
    setTimeout(() => toast.remove(), 1500)
  }
  return {
    setClipboardData: asynchronous('setClipboardData', async (o) => {
      await requirePrivacy(phone, 'setClipboardData')
      held = String(o['data'])
      showToast('内容已复制')
    }),
    getClipboardData: asynchronous('getClipboardData', async () => {
      await requirePrivacy(phone, 'getClipboardData')
      return { data: held }
    }),
  }
}
