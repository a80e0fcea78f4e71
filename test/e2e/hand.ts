import automator from 'miniprogram-automator'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type AutomatorElement from 'miniprogram-automator/out/Element'
import type AutomatorPage from 'miniprogram-automator/out/Page'

type NativeButton =
  | 'authorizeAllow'
  | 'authorizeCancel'
  | 'cancelModal'
  | 'confirmModal'
  | 'shareCancel'
  | 'shareConfirm'

/** Milliseconds that a busy machine may take; nothing depends on how many it takes. */
export const PATIENCE = 60_000

/** Until it holds; what is asked is always asked anew, so a page that redraws is no trouble. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false | null>) {
  const end = Date.now() + PATIENCE
  let last = ''
  while (Date.now() < end) {
    try {
      const answer = await ask()
      if (answer) return answer
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : 'failed'})`
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`waited in vain: ${what}${last}`)
}

/** A person's hand on one phone: the official automation client, and nothing that knows our stand-in. */
export class Hand {
  private readonly app: MiniProgram

  private constructor(app: MiniProgram) {
    this.app = app
  }

  static async on(wsEndpoint: string): Promise<Hand> {
    return new Hand(await automator.connect({ wsEndpoint }))
  }

  /** Opens a page as a link would; the client's own navigation sleeps three seconds after each. */
  async open(url: string): Promise<AutomatorPage> {
    await this.app.callWxMethod('reLaunch', { url })
    return this.at(url.replace(/^\//, '').replace(/\?.*/, ''))
  }

  async at(path: string): Promise<AutomatorPage> {
    return until(`page ${path}`, async () => {
      const page = await this.app.currentPage()
      return page?.path === path && page
    })
  }

  /** The element behind selectors, each within the component that the one before found. */
  async find(...selectors: string[]): Promise<AutomatorElement> {
    return until(selectors.join(' '), async () => {
      const page = await this.app.currentPage()
      let found: AutomatorElement | null | undefined
      for (const selector of selectors)
        found = found ? await found.$(selector) : await page?.$(selector)
      return found
    })
  }

  /** Among elements of this selector the one whose text or label says so. */
  async findSaying(words: string, ...selectors: string[]): Promise<AutomatorElement> {
    return until(`${selectors.join(' ')} saying ${words}`, async () => {
      const page = await this.app.currentPage()
      const inner = selectors[selectors.length - 1] ?? ''
      let host: AutomatorElement | null | undefined
      for (const selector of selectors.slice(0, -1))
        host = host ? await host.$(selector) : await page?.$(selector)
      const all = host ? await host.$$(inner) : selectors.length === 1 ? await page?.$$(inner) : []
      for (const element of all ?? []) {
        if ((await element.text()).includes(words)) return element
        if (((await element.attribute('aria-label')) ?? '').includes(words)) return element
      }
      return undefined
    })
  }

  async tap(...selectors: string[]): Promise<void> {
    await (await this.find(...selectors)).tap()
  }

  async tapSaying(words: string, ...selectors: string[]): Promise<void> {
    await (await this.findSaying(words, ...selectors)).tap()
  }

  async type(text: string, ...selectors: string[]): Promise<void> {
    const input = (await this.find(...selectors)) as AutomatorElement & {
      input(value: string): Promise<void>
    }
    await input.input(text)
  }

  /** Until the page's words hold these. */
  async reads(words: string, ...selectors: string[]): Promise<void> {
    const where = selectors.length > 0 ? selectors : ['.page']
    await until(`reads ${words}`, async () => (await this.textOf(...where)).includes(words))
  }

  async textOf(...selectors: string[]): Promise<string> {
    return (await this.find(...selectors)).text()
  }

  /** WeChat's own dialogs, which no app can draw or answer. */
  async answer(button: NativeButton): Promise<void> {
    await until(button, async () => {
      await this.app.native()[button]()
      return true
    })
  }

  letGo(): void {
    this.app.disconnect()
  }
}
