/** The browser's own Date, before the phone follows the cloud's clock. */
const MachineDate = Date
const ASK_EVERY_MS = 500
/** Wait after a server that did not answer. */
const QUIET_MS = 5000
/** Less is the way of the answer, not a change of the clock. */
const JITTER_MS = 1000
let offset = 0
let frozenAt: number | undefined
let patched = false

const now = () => frozenAt ?? MachineDate.now() + offset

const request = () => fetch('/__local/clock').catch(() => undefined)

async function ask(asked: ReturnType<typeof request> = request()): Promise<boolean> {
  const reply = await asked
  if (!reply?.ok) return false
  const clock = (await reply.json()) as { now: number; running?: boolean }
  if (clock.running === false) frozenAt = clock.now
  else {
    const next = clock.now - MachineDate.now()
    if (frozenAt !== undefined || Math.abs(next - offset) > JITTER_MS) offset = next
    frozenAt = undefined
  }
  return true
}

/**
 * Makes this document's Date tell the cloud's time (`GET /__local/clock` → `{now, running}`), so that
 * pages and functions agree when a test stands at 08:59, and goes on asking: whoever sets the clock,
 * phones follow within a second. Without a cloud the machine's time stays. `asked` is a reply that is already under way.
 */
export async function followClock(asked?: ReturnType<typeof request>): Promise<void> {
  if (!(await ask(asked)) || patched) return
  patched = true
  const PhoneDate = new Proxy(MachineDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget) as object,
    apply: (target) => new target(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  })
  Object.defineProperty(MachineDate.prototype, 'constructor', { value: PhoneDate })
  globalThis.Date = PhoneDate
  const again = (heard: boolean) =>
    void setTimeout(() => void ask().then(again), heard ? ASK_EVERY_MS : QUIET_MS)
  again(true)
}
