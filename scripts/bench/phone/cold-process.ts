import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPhone } from '../../../local/phone/phone'

/** The measured process of `cold-build.ts`: prints how long after its own start the document was there. */
async function main(): Promise<void> {
  const phone = await openPhone({ appDir: 'miniprogram' })
  const server = createServer((request, response) => void phone.handle(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const html = await (await fetch(`http://127.0.0.1:${port}/phone/`)).text()
  if (!html.includes('"pages/home/home":{"config"')) throw new Error('no home page in the document')
  process.stdout.write(String(performance.now()))
  process.exit(0)
}

void main()
