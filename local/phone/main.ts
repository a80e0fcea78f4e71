import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { appDirOf } from './build/app-dir'
import { openPhone } from './phone'

const port = Number(process.env['PORT'] ?? 8700)

/** `npm run phone -- --app DIR`: another mini-program's folder on a phone, without a cloud. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { app: { type: 'string' } } })
  const appDir = values.app === undefined ? undefined : appDirOf(values.app)
  if (appDir === undefined) {
    console.error(
      values.app === undefined
        ? 'npm run phone -- --app DIR'
        : `${values.app}: neither app.json nor a project.config.json that names its folder`,
    )
    process.exit(1)
  }
  const phone = await openPhone({ appDir, watch: true })
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(302, { location: '/phone/' }).end()
      return
    }
    // Without a cloud the phone's clock is the machine's.
    if (request.url === '/__local/clock') {
      response.end(JSON.stringify({ now: Date.now(), running: true }))
      return
    }
    void phone.handle(request, response).then((handled) => {
      if (!handled) response.writeHead(404).end('{}')
      return handled
    })
  })
  server.on('upgrade', (request, socket, head) => {
    if (!phone.upgrade(request, socket, head)) socket.destroy()
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken; choose another: PORT=${port + 1} npm run phone`
        : error.message,
    )
    process.exit(1)
  })
  server.listen(port, '127.0.0.1', () => console.log(`\n  http://127.0.0.1:${port}/phone/\n`))
}

void main()
