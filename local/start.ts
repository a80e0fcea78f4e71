import { spawn } from 'node:child_process'
import { buildFunctions } from '../scripts/build-functions'
import { openLaptop } from './laptop'

const PORT = Number(process.env['PORT'] ?? 8700)

/** `npm start`: PORT (8700), DATA_DIR (.local) and --no-open are honoured. */
async function start(): Promise<void> {
  const port = PORT
  const dataDir = process.env['DATA_DIR'] ?? '.local'
  await buildFunctions()
  const laptop = await openLaptop({ port, dataDir, watch: true })
  if (laptop.seeded) {
    console.log('渔邨 demonstration data put into', dataDir)
    // Only its hash is stored, so this is the one time it can be told.
    console.log(`首位运营者邀请码 ${laptop.seeded.invitation}（我的 → 我有工作邀请码）`)
  }
  console.log(`\n  ${laptop.url}\n\nCtrl-C stops; the data stays in ${dataDir}.`)
  if (!process.argv.includes('--no-open')) openBrowser(laptop.url)
  const stop = () => void laptop.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function openBrowser(url: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? LINUX
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  // A machine without a desktop has none; the address stands in the terminal.
  child.on('error', () => {})
  child.unref()
}

type Opener = readonly [command: string, ...args: string[]]
const LINUX: Opener = ['xdg-open']
const OPENERS: Partial<Record<NodeJS.Platform, Opener>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

start().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${PORT} is taken; choose another: PORT=${PORT + 1} npm start`
      : error.name === 'CloudError'
        ? error.message
        : error,
  )
  process.exit(1)
})
