import { builtin } from './builtin'

const targets = new WeakMap<Element, () => void>()

/** Says what a label around (or for) this element does when it is tapped. */
export const registerTarget = (host: Element, run: () => void) => void targets.set(host, run)

const selector = 'wx-checkbox, wx-radio, wx-switch, wx-button, wx-input, wx-textarea'

export const label = builtin({
  tag: 'label',
  properties: { for: '' },
  setup: ({ host, get, on }) => {
    on('tap', (event) => {
      const origin = (event as { target?: { getBackendElement?: () => Element } }).target
      // A tap on the control itself has been handled by it.
      const tapped = origin?.getBackendElement?.()
      const id = get('for')
      const page = host.closest('wx-page') ?? document.body
      const target = id
        ? page.querySelector(`[id="${CSS.escape(id)}"], [id$="--${CSS.escape(id)}"]`)
        : host.querySelector(selector)
      if (!target || (tapped && target.contains(tapped))) return
      targets.get(target)?.()
    })
  },
})
