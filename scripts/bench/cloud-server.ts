import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveCloud } from '../../local/cloud/serve'

/**
 * The measured process of `bench cloud`: a local cloud on the data folder given, and beside it the bare server that
 * does nothing but return what it was sent. Tells its parent where both are and how long opening the data took.
 */
async function main(): Promise<void> {
  const started = performance.now()
  const cloud = await serveCloud({
    port: 0,
    dataDir: process.argv[2]!,
    schemaFile: process.argv[3]!,
    rcFile: 'cloudbaserc.json',
    invokeRulesFile: 'cloudfunctions/invoke-rules.json',
    variables: { CLOUDBASE_ENV_ID: 'local', TICKET_KEYS: '' },
  })
  const startMs = performance.now() - started
  const echo = createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const body = Buffer.concat(parts)
      res.writeHead(200, {
        'content-type': 'application/json',
        'content-length': body.length,
      })
      res.end(body)
    })
  })
  echo.keepAliveTimeout = 30_000
  await new Promise<void>((resolve) => {
    echo.listen(0, '127.0.0.1', resolve)
  })
  const echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`
  process.on('message', (message) => {
    if (message === 'used') {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
      process.send!({
        memoryMb: Math.round(maxRSS / 1024),
        cpuMs: (userCPUTime + systemCPUTime) / 1000,
      })
    }
    if (message === 'close') void cloud.close().then(() => process.exit(0))
  })
  process.send!({ url: cloud.url, echoUrl, startMs })
}

void main()
