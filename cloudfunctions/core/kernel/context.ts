import { createHash, randomBytes } from 'node:crypto'
import tcb from '@cloudbase/node-sdk'
import type { CalendarDay } from '../../../miniprogram/domain/calendar'
import type { SigningKey } from '../../../miniprogram/domain/signed-text'
import type { Instant, LocalDate } from '../../../miniprogram/domain/time'
import { stateCalendar } from '../calendar/state-calendar'
import { openNotify, type Notify } from '../notify/notify'
import { openFiles, type Files } from '../store/files'
import { openStore, type Store } from '../store/open-store'
import { workbookOf } from '../workbook/workbook-of'
import type { ReportSheet } from '../../../miniprogram/domain/report-sheets'
import { callerOf, type CallEnvironment, type Caller } from './caller'
import { log, type Log } from './log'

/** All that a use case knows of the world around it. */
export interface Context {
  readonly caller: Caller
  readonly now: Instant
  readonly requestId: string
  readonly store: Store
  readonly files: Files
  readonly notify: Notify
  readonly log: Log
  /** The first signs tickets; all of them verify, so that keys can be rotated. */
  readonly ticketKeys: readonly [SigningKey, ...SigningKey[]]
  /** Holidays and swapped working days among these dates. */
  readonly calendarOf: (dates: readonly LocalDate[]) => readonly CalendarDay[]
  /** A workbook of these sheets, as base64. */
  readonly workbookOf: (sheets: readonly ReportSheet[]) => Promise<string>
  /** Letters and digits that nobody can guess. */
  readonly randomId: (length: number) => string
  /** 20 hexadecimal digits of SHA-256: the same parts give the same id. */
  readonly hash: (...parts: readonly string[]) => string
}

/** What CloudBase hands a function beside the event. */
export interface CloudContext {
  readonly request_id?: string
}

// Without keepalive the SDK opens a connection for each request.
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
const store = openStore(app.database())
const files = openFiles(app)
const notify = openNotify(app, store, log)

/** The only reader of the environment, the clock, randomness and WeChat's context. */
export function contextOf(cloudContext: CloudContext): Context {
  const environment = tcb.getCloudbaseContext(cloudContext as never) as CallEnvironment
  const requestId = cloudContext.request_id ?? randomId(16)
  return {
    caller: callerOf(environment),
    now: Date.now() as Instant,
    requestId,
    store,
    files,
    notify,
    log,
    ticketKeys: ticketKeys(),
    calendarOf: stateCalendar,
    workbookOf,
    randomId,
    hash: (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 20),
  }
}

/** The variable TICKET_KEYS: `[{"keyId":"k1","seed":"<32 bytes, base64>"}]`. */
function ticketKeys(): [SigningKey, ...SigningKey[]] {
  const [first, ...older] = JSON.parse(process.env.TICKET_KEYS ?? '[]') as SigningKey[]
  if (!first) throw new Error('the variable TICKET_KEYS holds no key')
  return [first, ...older]
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

function randomId(length: number): string {
  // 248 is the largest multiple of 31 below 256: bytes above it would make some letters likelier.
  let id = ''
  while (id.length < length)
    for (const byte of randomBytes(length))
      if (byte < 248 && id.length < length) id += ALPHABET.charAt(byte % ALPHABET.length)
  return id
}
