import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import { checkedPath } from './file-id'
import { secondsOf, type Storage } from './storage-actions'

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  pdf: 'application/pdf',
  json: 'application/json',
}

/** `PUT`, `GET` and `HEAD` of `/storage/<path>`: the contents themselves, as the object store moves them, its errors being XML. */
export async function transfer(
  req: IncomingMessage,
  res: ServerResponse,
  storage: Storage,
): Promise<void> {
  try {
    const url = new URL(req.url ?? '', 'http://local')
    const path = checkedPath(decodeURIComponent(url.pathname.slice('/storage/'.length)))
    if (req.method === 'PUT') {
      verify('put', path, new URLSearchParams(req.headers.authorization), storage)
      await storage.files.put(path, req)
      res.writeHead(200, { 'content-length': 0 }).end()
      return
    }
    verify('get', path, url.searchParams, storage)
    const file = storage.files.find(path)
    if (!file) throw new CloudError('NoSuchKey', 'there is no such file')
    const type = TYPES[path.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream'
    // Whatever somebody uploaded must not run as a page of this server.
    const head = {
      'content-type': type,
      'content-length': file.size,
      'content-security-policy': 'sandbox',
    }
    res.writeHead(200, { ...head, 'x-content-type-options': 'nosniff' })
    if (req.method === 'HEAD') res.end()
    else await pipeline(storage.files.open(file), res)
  } catch (error) {
    fail(res, error)
  }
}

function verify(
  method: 'get' | 'put',
  path: string,
  given: URLSearchParams,
  { files, clock }: Storage,
): void {
  const until = Number(given.get('t'))
  if (!files.signed(method, path, until, given.get('sign') ?? ''))
    throw new CloudError('SignatureDoesNotMatch', 'the address is not signed by this cloud')
  if (until < secondsOf(clock)) throw new CloudError('AccessDenied', 'the address has expired')
}

/** Refusals of an upload are read from the body, of a download from the status. */
function fail(res: ServerResponse, error: unknown): void {
  const code = error instanceof CloudError ? error.code : 'InternalError'
  if (res.headersSent || res.destroyed) return void res.destroy()
  const message = error instanceof CloudError ? error.message : 'the file cannot be moved'
  const text = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${escaped(message)}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
  const status = code === 'NoSuchKey' ? 404 : code === 'InternalError' ? 500 : 403
  res.writeHead(status, { 'content-type': 'application/xml', connection: 'close' }).end(text)
}

const escaped = (text: string): string =>
  text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
