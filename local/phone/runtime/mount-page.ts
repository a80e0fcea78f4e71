import type { GeneralBackendElement } from 'glass-easel'
import type { Framework } from './framework'
import { settleIn } from './component-methods'
import { reportError } from './report-error'
import type { AppManifest, Instance, MountedPage, Runtime } from './types'

const tabBarPath = 'custom-tab-bar/index'

const jsonOf = (data: object) =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]))

export const createMount = (
  framework: Framework,
  manifest: AppManifest,
  loadPage: (path: string) => Promise<void>,
): Runtime['mountPage'] => {
  const { backend, space, ready, configs, roots } = framework
  let count = 0

  /** The app's own tab bar, an instance for each tab page, over the page's scrolling part. */
  const mountTabBar = (path: string, host: HTMLElement) => {
    const { tabBar } = manifest
    const isTab = tabBar?.list.some(({ pagePath }) => pagePath === path)
    if (tabBar?.custom !== true || !isTab || !configs.has(tabBarPath)) return undefined
    const root = backend.createRoot('tab-bar', space, `/${tabBarPath}`)
    const component = root.getComponent()
    const box = host.closest('.phone-page') ?? host
    const placeholder = document.createElement('div')
    box.append(placeholder)
    roots.add(component)
    root.attach(
      box as unknown as GeneralBackendElement,
      placeholder as unknown as GeneralBackendElement,
    )
    return {
      component,
      release() {
        const element = component.getBackendElement() as unknown as HTMLElement
        roots.delete(component)
        root.release()
        element.remove()
      },
    }
  }

  return async (path, query, host, created) => {
    await loadPage(path)
    const search = new URLSearchParams(query).toString()
    ready.hold()
    const root = backend.createRoot('page', space, `/${path}${search && `?${search}`}`)
    const component = root.getComponent()
    const instance = root.get() as unknown as Instance & Record<string, unknown>
    const element = component.getBackendElement() as unknown as HTMLElement
    element.setAttribute('is', path)
    Object.assign(instance, { route: path, options: query, __displayReporter: undefined })

    const call = (name: string, ...args: unknown[]) => {
      const method = instance[name]
      if (typeof method !== 'function') return undefined
      try {
        return (method as (...all: unknown[]) => unknown).apply(instance, args)
      } catch (error) {
        reportError(error, `${path} ${name}`)
        return undefined
      }
    }

    const before = jsonOf(component.data)
    roots.add(component)
    const placeholder = document.createElement('div')
    host.append(placeholder)
    const tabBar = mountTabBar(path, host)
    for (const each of tabBar ? [component, tabBar.component] : [component])
      settleIn(each, { id: count + 1, tabBar: tabBar?.component })
    let settle: (() => void) | undefined
    const settled = new Promise<void>((resolve) => {
      settle = resolve
    })
    let visible = false
    count += 1
    const page: MountedPage = {
      id: count,
      path,
      query,
      element,
      instance,
      root: component,
      config: { ...manifest.app.window, ...configs.get(path) },
      show() {
        if (visible) return
        visible = true
        component.triggerPageLifetime('show', [])
        tabBar?.component.triggerPageLifetime('show', [])
        call('onShow')
      },
      hide() {
        if (!visible) return
        visible = false
        component.triggerPageLifetime('hide', [])
        tabBar?.component.triggerPageLifetime('hide', [])
        call('onHide')
      },
      destroy() {
        call('onUnload')
        roots.delete(component)
        root.release()
        element.remove()
        tabBar?.release()
      },
      ready: settled,
      call,
      written: () =>
        Object.fromEntries(
          Object.entries(component.data as Record<string, unknown>).filter(
            ([name, value]) => JSON.stringify(value) !== before[name],
          ),
        ),
    }
    created?.(page)
    root.attach(
      host as unknown as GeneralBackendElement,
      placeholder as unknown as GeneralBackendElement,
    )
    call('onLoad', query)
    page.show()
    ready.flush()
    call('onReady')
    settle?.()
    return page
  }
}
