import { WxFailure, type Options } from './asynchronous'
import type { Family, Phone } from './family'
import { readFile, tempFile, userFiles } from './files'
import { requireNetwork } from './network-state'

type Listener = (value: unknown) => void

/**
 * A network call as WeChat returns it: callbacks in the options, a task to stop it and to hear of its
 * progress. These APIs give no promise.
 */
function startTask(
  name: string,
  o: Options,
  run: (signal: AbortSignal, tell: (event: string, value: unknown) => void) => Promise<object>,
): Record<string, unknown> {
  const stop = new AbortController()
  const heard: Record<string, Set<Listener>> = {
    HeadersReceived: new Set(),
    ProgressUpdate: new Set(),
  }
  const tell = (event: string, value: unknown) => {
    for (const listener of heard[event] ?? []) listener(value)
  }
  const wait = Number(o['timeout'] ?? 60_000)
  let late = false
  const timer = setTimeout(() => {
    late = true
    stop.abort()
  }, wait)
  const settled = (async () => {
    try {
      requireNetwork()
      const result = await run(stop.signal, tell)
      return { result: { errMsg: `${name}:ok`, ...result } }
    } catch (error) {
      const why = late ? 'timeout' : stop.signal.aborted ? 'abort' : reason(error)
      return { failure: { errMsg: `${name}:fail ${why}`, errno: late ? 5 : 600001 } }
    } finally {
      clearTimeout(timer)
    }
  })()
  void settled.then(({ result, failure }) => {
    if (result) o['success']?.(result)
    else o['fail']?.(failure)
    o['complete']?.(result ?? failure)
    return undefined
  })
  const task: Record<string, unknown> = { abort: () => stop.abort() }
  for (const [event, listeners] of Object.entries(heard)) {
    task[`on${event}`] = (listener: Listener) => void listeners.add(listener)
    task[`off${event}`] = (listener?: Listener) =>
      void (listener ? listeners.delete(listener) : listeners.clear())
  }
  return task
}

const reason = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/^request:fail /, '')

/** Only this laptop may be called: every other address is in no domain list of the app. */
function addressOf(url: unknown): URL {
  let address: URL
  try {
    address = new URL(String(url))
  } catch {
    throw new WxFailure(`invalid url "${String(url)}"`)
  }
  if (!/^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(address.hostname))
    throw new WxFailure('url not in domain list')
  return address
}

const headersOf = (reply: Response) => Object.fromEntries(reply.headers)

const formOf = (data: object) =>
  new URLSearchParams(Object.entries(data).map(([name, value]) => [name, String(value)]))

async function request(o: Options, signal: AbortSignal, tell: (e: string, v: unknown) => void) {
  const address = addressOf(o['url'])
  const method = String(o['method'] ?? 'GET').toUpperCase()
  const headers = new Headers((o['header'] ?? {}) as Record<string, string>)
  const data = o['data'] as unknown
  let body: BodyInit | undefined
  if (method === 'GET' || method === 'HEAD') {
    if (data && typeof data === 'object')
      for (const [name, value] of formOf(data)) address.searchParams.set(name, value)
  } else if (data !== undefined) {
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
    const form = headers.get('content-type')?.includes('form-urlencoded')
    if (typeof data === 'string' || data instanceof ArrayBuffer) body = data
    else body = form ? formOf(data as object).toString() : JSON.stringify(data)
  }
  const reply = await fetch(address, {
    method,
    headers,
    signal,
    ...(body !== undefined && { body }),
  })
  tell('HeadersReceived', { header: headersOf(reply), cookies: [], statusCode: reply.status })
  const common = { statusCode: reply.status, header: headersOf(reply), cookies: [] }
  if (o['responseType'] === 'arraybuffer') return { ...common, data: await reply.arrayBuffer() }
  const text = await reply.text()
  if ((o['dataType'] ?? 'json') !== 'json') return { ...common, data: text }
  try {
    return { ...common, data: JSON.parse(text) as unknown }
  } catch {
    // As WeChat: what is no JSON is given as it came.
    return { ...common, data: text }
  }
}

async function upload(phone: Phone, o: Options, signal: AbortSignal) {
  const form = new FormData()
  for (const [name, value] of Object.entries((o['formData'] ?? {}) as object))
    form.append(name, String(value))
  const path = String(o['filePath'])
  form.append(
    String(o['name']),
    new Blob([readFile(phone, path)]),
    path.split('/').at(-1) ?? 'file',
  )
  const headers = new Headers((o['header'] ?? {}) as Record<string, string>)
  // The browser writes the form's boundary.
  headers.delete('content-type')
  const reply = await fetch(addressOf(o['url']), { method: 'POST', headers, body: form, signal })
  return { data: await reply.text(), statusCode: reply.status, header: headersOf(reply) }
}

async function download(
  phone: Phone,
  o: Options,
  signal: AbortSignal,
  tell: (event: string, value: unknown) => void,
) {
  const headers = (o['header'] ?? {}) as Record<string, string>
  const reply = await fetch(addressOf(o['url']), { headers, signal })
  tell('HeadersReceived', { header: headersOf(reply), cookies: [], statusCode: reply.status })
  const blob = await reply.blob()
  const all = { totalBytesWritten: blob.size, totalBytesExpectedToWrite: blob.size }
  tell('ProgressUpdate', { progress: 100, ...all })
  const common = { statusCode: reply.status, header: headersOf(reply), dataLength: blob.size }
  if (!o['filePath']) return { ...common, tempFilePath: tempFile(blob) }
  userFiles(phone).write(String(o['filePath']), new Uint8Array(await blob.arrayBuffer()))
  return { ...common, filePath: String(o['filePath']) }
}

export const requests: Family = (phone) => ({
  request: (o: Options) => startTask('request', o, (signal, tell) => request(o, signal, tell)),
  uploadFile: (o: Options) => startTask('uploadFile', o, (signal) => upload(phone, o, signal)),
  downloadFile: (o: Options) =>
    startTask('downloadFile', o, (signal, tell) => download(phone, o, signal, tell)),
})
