import { PASS_MARK, verifyPass, type PassCode } from './pass-code'
import { accept, type Result } from './result'
import type { TicketKeys } from './signed-text'
import { verifyTicket, type Ticket } from './ticket'

/** What a carer's phone may scan: a family's ticket, or the pass of an adult who fetches the child. */
export type DoorCode =
  | ({ readonly kind: 'ticket' } & Ticket)
  | ({ readonly kind: 'pass' } & PassCode)

/** Tells the two apart by their mark and checks the signature; refuses like `verifyTicket`. */
export function readDoorCode(text: string, keys: TicketKeys): Result<DoorCode> {
  if (text.startsWith(`${PASS_MARK}.`)) {
    const pass = verifyPass(text, keys)
    return pass.ok ? accept({ kind: 'pass', ...pass.value }) : pass
  }
  const ticket = verifyTicket(text, keys)
  return ticket.ok ? accept({ kind: 'ticket', ...ticket.value }) : ticket
}
