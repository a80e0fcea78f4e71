import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { takeScreenshot } from './screenshot'

interface Call {
  id: string
  method: string
  params?: Record<string, unknown>
}

/** One phone: the page that shows it, once open, and the clients that drive it. */
class PhoneLine {
  private page: WebSocket | undefined
  private readonly clients = new Map<number, WebSocket>()
  /** Requests that came before the page was open. */
  private waiting: string[] = []
  private lastClient = 0

  readonly phoneId: string

  constructor(phoneId: string) {
    this.phoneId = phoneId
  }

  joinPage(page: WebSocket): void {
    this.page?.close()
    this.page = page
    for (const text of this.waiting.splice(0)) page.send(text)
    page.on('message', (data: Buffer) => this.fromPage(data.toString()))
    page.on('close', () => {
      if (this.page === page) this.page = undefined
    })
  }

  joinClient(client: WebSocket): void {
    const number = ++this.lastClient
    this.clients.set(number, client)
    client.on(
      'message',
      (data: Buffer) => void this.fromClient(number, JSON.parse(data.toString()) as Call),
    )
    client.on('close', () => this.clients.delete(number))
  }

  private fromPage(text: string): void {
    const { client, ...rest } = JSON.parse(text) as { client?: number }
    const line = JSON.stringify(rest)
    if (client !== undefined) this.clients.get(client)?.send(line)
    else for (const each of this.clients.values()) each.send(line)
  }

  private async fromClient(client: number, call: Call): Promise<void> {
    const here = serverMethods[call.method]
    if (here) {
      const answer = await here(this.phoneId, call.params ?? {}).then(
        (result) => ({ result }),
        (error: unknown) => ({
          error: { message: error instanceof Error ? error.message : String(error) },
        }),
      )
      this.clients.get(client)?.send(JSON.stringify({ id: call.id, ...answer }))
      return
    }
    const text = JSON.stringify({ client, ...call })
    if (this.page) this.page.send(text)
    else this.waiting.push(text)
  }
}

const absent = (what: string) => async () => {
  throw new Error(`${what} needs WeChat DevTools`)
}

/** Methods that concern the tool around the phone, not the mini-program. */
const serverMethods: Record<string, (phoneId: string, params: object) => Promise<unknown>> = {
  'App.captureScreenshot': async (phoneId) => ({ data: await takeScreenshot(phoneId) }),
  // The phone belongs to whoever opened its page; a client that leaves does not close it.
  'App.exit': async () => ({}),
  'Tool.close': async () => ({}),
  'Tool.enableRemoteDebug': absent('remote debugging'),
  'Tool.stopAudits': absent('an audit'),
  'Tool.getTestAccounts': async () => ({ accounts: [] }),
  'Tool.getTicket': async () => ({ ticket }),
  'Tool.setTicket': async (_, params) => {
    ticket = String((params as { ticket?: unknown }).ticket)
    return {}
  },
  'Tool.refreshTicket': async () => ({}),
}
let ticket = ''

const sockets = new WebSocketServer({ noServer: true })
const lines = new Map<string, PhoneLine>()

const line = (phoneId: string): PhoneLine => {
  const found = lines.get(phoneId) ?? new PhoneLine(phoneId)
  lines.set(phoneId, found)
  return found
}

/** A browser page of another site must not drive phones; the official client sends no Origin. */
const foreign = (req: IncomingMessage) =>
  req.headers.origin !== undefined && new URL(req.headers.origin).host !== req.headers.host

/**
 * Takes `/automator/<phoneId>` (the official client) and `/automator-bridge?phone=<phoneId>` (the
 * phone's page). False: another path.
 */
export function upgradeAutomator(req: IncomingMessage, socket: Duplex, head: Buffer): boolean {
  const url = new URL(req.url ?? '/', 'http://phone')
  const client = /^\/automator\/([^/]+)$/.exec(url.pathname)?.[1]
  const page = url.pathname === '/automator-bridge' ? url.searchParams.get('phone') : null
  if (client === undefined && page === null) return false
  if (foreign(req)) {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    return true
  }
  sockets.handleUpgrade(req, socket, head, (open) => {
    if (client !== undefined) line(decodeURIComponent(client)).joinClient(open)
    else if (page !== null) line(page).joinPage(open)
  })
  return true
}
