import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { operatorInvitation } from '../scripts/site/operator-invitation'
import { openCloud } from './cloud/cloud'
import { openPhone } from './phone/phone'
import { names, people } from './seed/people'
import { laptopAt } from './seed/laptop'
import { seed } from './seed/seed'
import { SITE, firstOperator } from './seed/site'
import { templates } from './seed/templates'
import { variablesOf } from './variables'

export interface LaptopOptions {
  readonly dataDir: string
  /** 0 for any free port. */
  readonly port: number
  /** Rebuild the mini-program when a file changes. */
  readonly watch: boolean
  /** Folder of app.json; the project's own unless told otherwise. */
  readonly appDir?: string
  /** When the demonstration takes place; now unless told otherwise. */
  readonly now?: number
}

export interface Laptop {
  readonly url: string
  /** The data folder was empty and the demonstration was put in; the first operator's invitation, told once. */
  readonly seeded?: { readonly invitation: string }
  close(): Promise<void>
}

/** Tencent's two halves on one port: the cloud that runs the built functions, and the phone that runs the pages. */
export async function openLaptop({
  dataDir,
  port,
  watch,
  appDir = 'miniprogram',
  now = Date.now(),
}: LaptopOptions): Promise<Laptop> {
  mkdirSync(dataDir, { recursive: true })
  const server = createServer()
  // CloudBase's SDK keeps connections for 4.8 s; a server that closes earlier would drop a request now and then.
  server.keepAliveTimeout = 30_000
  await listen(server, port)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cloud = await openCloud({
    dataDir,
    schemaFile: 'cloudfunctions/schema.json',
    rcFile: 'cloudbaserc.json',
    invokeRulesFile: 'cloudfunctions/invoke-rules.json',
    variables: variablesOf(dataDir),
    url: () => url,
  }).catch((error: unknown) => {
    server.close()
    throw error
  })
  const phone = await openPhone({
    appDir,
    watch,
    people,
    names,
    templates,
    snapshot: 'seed',
  })
  server.on('request', (request, response) => {
    void (async () => {
      if (await cloud.handle(request, response)) return
      if (await phone.handle(request, response)) return
      response.writeHead(404).end('not found')
    })()
  })
  server.on('upgrade', (request, socket, head) => {
    if (!phone.upgrade(request, socket, head)) socket.destroy()
  })
  const seeded = await seedOnce(url, now)
  return {
    url,
    ...(seeded ? { seeded } : {}),
    async close() {
      server.close()
      server.closeAllConnections()
      phone.close()
      await cloud.close()
    },
  }
}

/** The demonstration goes into an empty data folder, and is kept as a snapshot to return to. */
async function seedOnce(url: string, time: number): Promise<Laptop['seeded']> {
  const response = await fetch(`${url}/__local/collections/sites`)
  const { documents } = (await response.json()) as { documents?: unknown[] }
  if (documents?.length) return undefined
  await seed(url, time)
  const laptop = laptopAt(url)
  const { now } = (await (await fetch(`${url}/__local/clock`)).json()) as { now: number }
  const invitation = operatorInvitation(SITE, firstOperator, now)
  await laptop.control('documents', { collection: 'invitations', documents: [invitation.document] })
  await laptop.control('snapshot', { name: 'seed' })
  return { invitation: invitation.code }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
