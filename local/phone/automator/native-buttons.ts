/** Presses the last button with `selector` that WeChat, not the app, has drawn. */
const press = (selector: string) => () => {
  const found = [...document.querySelectorAll<HTMLElement>(`.phone-frame ${selector}`)].at(-1)
  if (!found) throw new Error(`no ${selector} on screen`)
  found.click()
}

/** `Tool.native`: the client's way to WeChat's own buttons, by the names of its Native class. */
export const nativeButtons: Record<string, (data: unknown) => unknown> = {
  goHome: press('.phone-nav-back'),
  navigateLeft: press('.phone-nav-back'),
  confirmModal: press('.phone-modal-confirm'),
  cancelModal: press('.phone-modal-cancel'),
  authorizeAllow: press('.phone-ask-allow'),
  authorizeCancel: press('.phone-ask-refuse'),
  shareConfirm: press('.phone-share-send'),
  shareCancel: press('.phone-share-cancel'),
  switchTab: (data) => {
    const { url } = data as { url?: string }
    const tabs = [...document.querySelectorAll<HTMLElement>('.phone-tab')]
    const tab = tabs.find((each) => each.dataset['path'] === url?.replace(/^\//, ''))
    if (!tab) throw new Error(`no tab ${String(url)}`)
    tab.click()
  },
}
