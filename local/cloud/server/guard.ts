import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../cloud-error'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * Only this machine and only pages of this server: any web page could otherwise read or reset the data. The Host is checked
 * against DNS rebinding, Origin and Sec-Fetch-Site against other pages, the content type against forms.
 */
export function guard(req: IncomingMessage): void {
  guardPeer(req)
  if (req.method === 'GET') return
  if (req.method !== 'POST') refuse('only GET and POST')
  if (!/^application\/json\b/.test(req.headers['content-type'] ?? ''))
    refuse('the content type must be application/json')
}

/** Who may ask at all; what is asked is checked elsewhere, by a signature. */
export function guardPeer(req: IncomingMessage): void {
  const { host = '', origin } = req.headers
  if (!LOOPBACK.test(host)) refuse('the Host must be this machine')
  if (origin !== undefined && origin !== `http://${host}`) refuse('another origin')
  const site = req.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse('another site')
}

function refuse(why: string): never {
  throw new CloudError('FORBIDDEN', `The local cloud refuses this request: ${why}.`)
}

/** The body's bytes; more than `most` is refused while reading. */
export function bytesOf(req: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    // Not `for await`: its promises for each chunk are a tenth of a small request's time.
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else
        reject(new CloudError('EXCEED_REQUEST_SIZE_LIMIT', `the body is larger than ${most} bytes`))
    })
    req.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    req.on('error', reject)
    req.on('close', () => {
      if (!req.complete) reject(new CloudError('INVALID_PARAM', 'the body ended early'))
    })
  })
}

export async function jsonBodyOf(
  req: IncomingMessage,
  most: number,
): Promise<Record<string, unknown>> {
  const text = (await bytesOf(req, most)).toString('utf8')
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // falls through to the one refusal
  }
  throw new CloudError('INVALID_PARAM', 'the body must be a JSON object')
}

/** Answers, and says how many bytes that were. */
export function sendJson(
  res: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): number {
  if (res.destroyed || res.headersSent) return 0
  const body = JSON.stringify(value)
  const bytes = Buffer.byteLength(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes,
    'cache-control': 'no-store',
    ...headers,
  })
  res.end(body)
  return bytes
}
