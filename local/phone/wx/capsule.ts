import { el } from '../router/el'
import { putAway } from './app-life'
import type { Phone } from './family'
import { openSetting } from './permissions'
import { mayShare } from './share'
import { sharePage } from './share-page'
import { openSheet } from './sheet'
import { markTap } from './tap'

/** The two halves of the capsule: ••• opens WeChat's menu, ◎ puts the app away. */
export function equipCapsule(phone: Phone): void {
  const { capsule, overlay } = phone.router.frame
  capsule.close = () => putAway(phone)
  capsule.menu = () => {
    const item = (text: string, run: () => void) => {
      const button = el('button', 'phone-sheet-item', text)
      button.addEventListener('click', () => {
        close()
        markTap()
        run()
      })
      return button
    }
    const forward = item('转发给朋友', () => void sharePage(phone, 'menu'))
    if (!mayShare(phone.router.top?.page)) {
      forward.disabled = true
      forward.textContent = '当前页面不可转发'
    }
    const cancel = el('button', 'phone-sheet-cancel', '取消')
    const close = openSheet(
      overlay,
      el(
        'div',
        '',
        forward,
        item('设置', () => void openSetting(phone)),
        item('重新进入小程序', () => location.reload()),
        cancel,
      ),
      () => {},
    )
    cancel.addEventListener('click', close)
  }
}
