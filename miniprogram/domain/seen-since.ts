import type { DoorState } from './door'
import type { KeptAct } from './kept-act'

interface Seen extends DoorState {
  readonly lastAct?: string
}

/**
 * A child of the fetched list as this phone has seen it since, in the order in which it happened. An undo takes back
 * the last thing, whoever wrote it.
 */
export function seenSince<Child extends Seen>(child: Child, acts: readonly KeptAct[]): Child {
  return acts.reduce(afterAct, child)
}

function afterAct<Child extends Seen>(child: Child, told: KeptAct): Child {
  const { act, at, nonce } = told
  const { state } = child
  if (act === 'stopped') return child
  if (act === 'undo') return told.undoes === child.lastAct ? before(child) : child
  if (act === 'out')
    return state === 'inside' || state === 'booked'
      ? { ...child, state: 'gone', outAt: at, lastAct: nonce }
      : child
  return state === 'booked' ? { ...child, state: 'inside', inAt: at, lastAct: nonce } : child
}

function before<Child extends Seen>(child: Child): Child {
  const { lastAct: _act, outAt: _out, ...rest } = child
  if (child.state === 'gone') return { ...rest, state: 'inside' } as unknown as Child
  const { inAt: _in, ...booked } = rest
  return { ...booked, state: 'booked' } as unknown as Child
}
