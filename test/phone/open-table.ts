import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import type { Browser, Page as Tab } from 'playwright-core'
import { openCloud } from '../../local/cloud/cloud'
import { openPhone } from '../../local/phone/phone'
import { openChromium } from '../../scripts/open-chromium'
import { openPhoneCamera } from '../support/phone-camera'

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>

/** A local cloud and phone with the app in `test/phone/<app>`, and a browser to look at them. */
export interface Table {
  url: string
  browser: Browser
  /** Everything that the server's log said. */
  log: string[]
  /** Opens a person's phone alone in a tab and joins the official client to it. */
  open(openid: string, page?: string): Promise<{ tab: Tab; mini: MiniProgram }>
  /** Reads or changes something of the cloud's control surface. */
  local(path: string, body?: object): Promise<Record<string, unknown>>
  close(): Promise<void>
}

const fixtures = join(__dirname, '../cloud/fixtures')

export async function openTable(app: string): Promise<Table> {
  const dir = mkdtempSync(join(tmpdir(), 'phone-'))
  cpSync(fixtures, join(dir, 'cloud'), { recursive: true })
  const log: string[] = []
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `http://${host}`
  const cloud = await openCloud({
    dataDir: join(dir, 'data'),
    schemaFile: join(fixtures, 'schema.json'),
    rcFile: join(fixtures, 'cloudbaserc.json'),
    invokeRulesFile: join(fixtures, 'invoke-rules.json'),
    variables: { SECRET: 'hush' },
    url: () => url,
  })
  const phone = await openPhone({
    appDir: join(__dirname, app),
    log: (line) => log.push(line),
    people: [
      { openid: 'mother', name: '小雨妈妈', role: 'guardian', note: '小雨' },
      { openid: 'carer', name: '陈老师', role: 'carer', note: '托大班' },
    ],
    names: { grandfather: '小雨爷爷' },
    templates: [{ id: 'tmpl-1', title: '预约成功通知', fields: { thing1: '孩子' } }],
  })
  server.on('request', (request, response) => {
    void (async () => {
      if (await cloud.handle(request, response)) return
      if (!(await phone.handle(request, response))) response.writeHead(404).end()
    })()
  })
  server.on('upgrade', (request, socket, head) => {
    if (!phone.upgrade(request, socket, head)) socket.destroy()
  })
  const browser = await openChromium()
  const closeCamera = openPhoneCamera(browser)
  const clients: MiniProgram[] = []
  return {
    url,
    browser,
    log,
    async open(openid, page) {
      const tab = await browser.newPage({ viewport: { width: 375, height: 812 } })
      const query = new URLSearchParams({ openid, ...(page ? { page } : {}) })
      await tab.goto(`${url}/phone/?${query}`)
      const mini = await automator.connect({ wsEndpoint: `ws://${host}/automator/${openid}` })
      clients.push(mini)
      await tab.waitForFunction(
        "document.querySelector('.phone-page wx-page, .phone-page .title, .phone-page-host > *')",
      )
      return { tab, mini }
    },
    async local(path, body) {
      const reply = await fetch(`${url}/__local/${path}`, {
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      return (await reply.json()) as Record<string, unknown>
    },
    async close() {
      for (const client of clients) client.disconnect()
      closeCamera()
      await browser.close()
      phone.close()
      server.closeAllConnections()
      server.close()
      await cloud.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
