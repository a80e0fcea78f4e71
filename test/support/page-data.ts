import type { Page } from 'playwright-core'

interface PageElement {
  __wxElement: {
    data: Record<string, unknown>
    setData(data: object): void
    getMethodCaller(): Record<string, (...args: unknown[]) => unknown>
  }
}

/** A field of `this.data` of the mini-program page on top. */
export const pageData = (page: Page, name: string) =>
  page.evaluate((field) => {
    const top = [...document.querySelectorAll('wx-page')].at(-1) as unknown as PageElement
    return top['__wxElement'].data[field]
  }, name)

export const setPageData = (page: Page, data: Record<string, unknown>) =>
  page.evaluate((given) => {
    const top = [...document.querySelectorAll('wx-page')].at(-1) as unknown as PageElement
    top['__wxElement'].setData(given)
  }, data)

/** Calls a method of the page on top, as its own code would. */
export const callPage = (page: Page, name: string, ...args: unknown[]) =>
  page.evaluate(
    ([method, given]) => {
      const top = [...document.querySelectorAll('wx-page')].at(-1) as unknown as PageElement
      return top['__wxElement'].getMethodCaller()[method]?.(...given)
    },
    [name, args] as const,
  )
