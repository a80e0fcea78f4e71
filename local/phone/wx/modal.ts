import { el } from '../router/el'
import { allAsynchronous } from './asynchronous'
import type { Family } from './family'
import { markTap } from './tap'

export const modal: Family = ({ router }) =>
  allAsynchronous({
    showModal: (o) =>
      new Promise((resolve) => {
        const input = o['editable'] ? el('textarea') : undefined
        if (input) {
          input.placeholder = o['placeholderText'] ?? ''
          input.value = o['content'] ?? ''
          input.rows = 2
        }
        const cancel = el('button', 'phone-modal-cancel', o['cancelText'] ?? '取消')
        const confirm = el('button', 'phone-modal-confirm', o['confirmText'] ?? '确定')
        cancel.style.color = o['cancelColor'] ?? '#000000'
        confirm.style.color = o['confirmColor'] ?? '#576b95'
        const box = el(
          'div',
          'phone-modal',
          o['title'] ? el('h2', '', o['title']) : undefined,
          input ?? el('p', '', o['content'] ?? ''),
          el('footer', '', o['showCancel'] !== false && cancel, confirm),
        )
        box.setAttribute('role', 'dialog')
        const veil = el('div', 'phone-veil')
        const close = (confirmed: boolean) => {
          veil.remove()
          box.remove()
          // A tap on a dialog's button counts as a tap for what may only follow one.
          markTap()
          const content = input && confirmed ? { content: input.value } : {}
          resolve({ confirm: confirmed, cancel: !confirmed, ...content })
        }
        cancel.addEventListener('click', () => close(false))
        confirm.addEventListener('click', () => close(true))
        router.frame.overlay.append(veil, box)
        ;(input ?? confirm).focus()
      }),
  })
