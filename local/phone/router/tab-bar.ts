import type { TabBar as TabBarConfig } from '../runtime/types'
import { el } from './el'

export interface TabBar {
  element: HTMLElement
  select(path: string | undefined): void
  setBadge(index: number, text: string): void
  setHidden(hidden: boolean): void
}

/** The tab bar of app.json, drawn like WeChat's. `assetUrl` turns an app file's path into its address. */
export function createTabBar(
  config: TabBarConfig | undefined,
  assetUrl: (path: string) => string,
  choose: (path: string, index: number, text: string) => void,
): TabBar {
  const element = el('nav', 'phone-tabs')
  let forcedHidden = false
  const items = (config?.list ?? []).map((item, index) => {
    const icon = el('img', 'phone-tab-icon')
    icon.alt = ''
    icon.hidden = !item.iconPath
    const badge = el('span', 'phone-tab-badge')
    badge.hidden = true
    const label = el('span', item.iconPath ? 'phone-tab-text' : 'phone-tab-words', item.text)
    const button = el('button', 'phone-tab', el('span', 'phone-tab-top', icon, badge), label)
    button.dataset['path'] = item.pagePath
    button.addEventListener('click', () => choose(item.pagePath, index, item.text))
    element.append(button)
    return { item, icon, badge, button }
  })
  if (config) {
    element.style.background = config.backgroundColor ?? '#ffffff'
    element.dataset['border'] = config.borderStyle ?? 'black'
  }
  return {
    element,
    select(path) {
      const drawn = config !== undefined && !config.custom
      element.hidden = !drawn || forcedHidden || !items.some(({ item }) => item.pagePath === path)
      for (const { item, icon, button } of items) {
        const selected = item.pagePath === path
        const file = (selected && item.selectedIconPath) || item.iconPath
        if (file) icon.src = assetUrl(file)
        button.style.color =
          (selected ? config?.selectedColor : config?.color) ?? (selected ? '#07c160' : '#7f7f7f')
        if (selected) button.setAttribute('aria-current', 'page')
        else button.removeAttribute('aria-current')
      }
    },
    setBadge(index, text) {
      const badge = items[index]?.badge
      if (!badge) throw new Error(`tab ${index} not found`)
      badge.hidden = text === ''
      badge.textContent = text === '•' ? '' : text
      badge.classList.toggle('phone-tab-dot', text === '•')
    },
    setHidden(hidden) {
      forcedHidden = hidden
      element.hidden = hidden
    },
  }
}
