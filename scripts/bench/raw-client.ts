import { connect, type Socket } from 'node:net'

export interface Load {
  count: number
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
}

/** One kept-alive connection that sends prepared requests: cheap enough not to be what is measured. */
export class RawClient {
  private readonly socket: Socket
  private text = ''
  private wanted: ((body: string) => void) | undefined
  private readonly head: string

  constructor(url: string, path: string) {
    const { hostname, port, host } = new URL(url)
    this.head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: `
    this.socket = connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1')
    this.socket.on('data', (part: unknown) => this.hear(part as string))
  }

  /** The body of the reply; bytes as latin1, which is enough for ids and codes. */
  send(body: string): Promise<string> {
    return new Promise((resolve) => {
      this.wanted = resolve
      this.socket.write(`${this.head}${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private hear(part: string): void {
    this.text += part
    const end = this.text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(this.text)![1])
    if (this.text.length < end + 4 + length) return
    const body = this.text.slice(end + 4)
    this.text = ''
    this.wanted!(body)
  }
}

/** That many callers, each sending again as soon as it has its answer, for `ms` milliseconds. */
export async function loaded(
  clients: RawClient[],
  ms: number,
  once: (client: RawClient, caller: number, turn: number) => Promise<void>,
): Promise<Load> {
  const took: number[] = []
  const started = performance.now()
  await Promise.all(
    clients.map(async (client, caller) => {
      for (let turn = 0; performance.now() - started < ms; turn++) {
        const from = performance.now()
        await once(client, caller, turn)
        took.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  took.sort((a, b) => a - b)
  const at = (part: number): number =>
    Number((took[Math.floor(took.length * part)] ?? 0).toFixed(2))
  return {
    count: took.length,
    perSecond: Math.round(took.length / seconds),
    p50: at(0.5),
    p99: at(0.99),
  }
}
