import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPhone } from '../../local/phone/phone'

export interface ServedPhone {
  url: string
  /** What the phone printed in the terminal. */
  lines: string[]
  close(): Promise<void>
}

/** The local phone alone, with a clock that runs as the machine's: no cloud behind it. */
export const servePhone = async (appDir: string, watch = false): Promise<ServedPhone> => {
  const lines: string[] = []
  const phone = await openPhone({ appDir, watch, log: (line) => lines.push(line) })
  const server = createServer((request, response) => {
    if (request.url === '/__local/clock') {
      response.end(JSON.stringify({ now: Date.now(), offset: 0 }))
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
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lines,
    close: async () => {
      phone.close()
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
