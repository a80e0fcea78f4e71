import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family } from './family'
import { openSheet } from './sheet'
import { markTap } from './tap'

export const actionSheet: Family = ({ router }) =>
  allAsynchronous({
    showActionSheet: (o) =>
      new Promise((resolve, reject) => {
        const items: string[] = o['itemList'] ?? []
        if (items.length === 0 || items.length > 6) {
          throw new WxFailure('parameter error: itemList should have 1 to 6 items')
        }
        const buttons = items.map((text, index) => {
          const button = el('button', 'phone-sheet-item', text)
          button.style.color = o['itemColor'] ?? '#000000'
          button.addEventListener('click', () => {
            close()
            markTap()
            resolve({ tapIndex: index })
          })
          return button
        })
        const cancel = el('button', 'phone-sheet-cancel', '取消')
        const title = o['alertText'] && el('div', 'phone-sheet-title', o['alertText'])
        const close = openSheet(
          router.frame.overlay,
          el('div', '', title, ...buttons, cancel),
          () => reject(new WxFailure('cancel')),
        )
        cancel.addEventListener('click', () => {
          close()
          reject(new WxFailure('cancel'))
        })
      }),
  })
