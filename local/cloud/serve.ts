import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CloudError } from './cloud-error'
import { openCloud, type Cloud, type CloudOptions } from './cloud'
import { sendJson } from './server/guard'

export interface ServedCloud {
  url: string
  close(): Promise<void>
}

async function answer(cloud: Cloud, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const handled = await cloud.handle(req, res)
  if (!handled) sendJson(res, 404, { code: 'NOT_FOUND', message: 'not a path of the cloud' })
}

/** Above the 4.8 s after which the SDK drops an idle connection, so that it is never the server who hangs up first. */
const KEEP_ALIVE = 30_000

/** Only the cloud, on 127.0.0.1; port 0 takes a free one. */
export async function serveCloud(
  options: Omit<CloudOptions, 'url'> & { port: number },
): Promise<ServedCloud> {
  let url = ''
  const cloud = await openCloud({ ...options, url: () => url })
  const server = createServer((req, res) => {
    answer(cloud, req, res).catch(() => res.destroy())
  })
  server.keepAliveTimeout = KEEP_ALIVE
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(options.port, '127.0.0.1', resolve)
    })
  } catch (error) {
    await cloud.close()
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw taken ? new CloudError('PORT_TAKEN', `Port ${options.port} is taken.`) : error
  }
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await cloud.close()
    },
  }
}
