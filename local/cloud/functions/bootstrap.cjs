// Runs inside each function's own process, before the function: clock, attribution of requests, calls and their results.
const { AsyncLocalStorage } = require('node:async_hooks')
const http = require('node:http')
const { syncBuiltinESMExports } = require('node:module')
const { format } = require('node:util')

const MOST = 6 * 1024 * 1024
const calls = new AsyncLocalStorage()

// The clock of the cloud: setTimeout and performance stay those of the machine.
const RealDate = Date
let clock = { now: RealDate.now(), since: RealDate.now(), running: true }
const now = () => (clock.running ? clock.now + (RealDate.now() - clock.since) : clock.now)
const CloudDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(
      target,
      args.length ? args : [now()],
      newTarget === CloudDate ? target : newTarget,
    ),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
RealDate.prototype.constructor = CloudDate
globalThis.Date = CloudDate

// Every request that the function makes while it serves a call says which call it belongs to.
const request = http.request
http.request = function (...args) {
  const req = request.apply(this, args)
  const call = calls.getStore()
  if (call && !req.headersSent) req.setHeader('x-local-call', call)
  return req
}
syncBuiltinESMExports()

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...args) =>
    process.send({ type: 'log', level, call: calls.getStore(), text: format(...args) })
}

// Loaded before the first call's time starts to run, as the service does; what fails here fails each call.
let main
try {
  main = require(process.env.LOCAL_FUNCTION_FILE).main
  if (typeof main !== 'function') throw new Error('index.js does not export main')
} catch (error) {
  main = () => Promise.reject(error)
}

process.on('message', (message) => {
  if (message.type === 'clock') clock = { ...message.state, since: RealDate.now() }
  if (message.type === 'ping') process.send({ type: 'pong' })
  if (message.type === 'call') calls.run(message.id, serve, message)
})

// The service gives every call a process of its own, so a call that breaks the process must not end the others: only it
// fails, and the process takes no new ones.
function crashed(error) {
  const id = calls.getStore()
  if (id === undefined) {
    process.stderr.write(`${error?.stack ?? error}\n`)
    realExit(1)
  }
  process.send({ type: 'crash', id, ...told(error) })
}
const realExit = process.exit
process.exit = (code = 0) => {
  if (calls.getStore() === undefined) realExit(code)
  crashed(new Error(`the function ended its process with code ${code}`))
  // What comes after it must not run.
  throw new Error('process.exit')
}
process.on('uncaughtException', crashed)

async function serve({ id, event, context }) {
  try {
    const value = await main(event, context)
    const text = value === undefined ? 'null' : JSON.stringify(value)
    if (Buffer.byteLength(text) > MOST) throw new Error('the result is larger than 6 MB')
    process.send({ type: 'result', id, text })
  } catch (error) {
    process.send({ type: 'failure', id, ...told(error) })
  }
}

function told(error) {
  const known = error instanceof Error
  return { message: known ? error.message : String(error), stack: known ? error.stack : undefined }
}

process.on('disconnect', () => realExit(0))
process.send({ type: 'ready' })
