import type { Api } from '../../cloudfunctions/core/contract/api'
import type { SiteId } from '../domain/ids'
import type { Instant } from '../domain/time'
import type { Detail } from '../view/words'
import { newAttempt } from './attempt'
import { CallError, call } from './call'
import { clockNow } from './door-clock'
import { keepEncrypted, keptEncrypted } from './encrypted'

/** Morning checks and day notes: saying one again changes nothing, so a lost reply is no trouble. */
export type CareCall =
  | { readonly useCase: 'recordCheck'; readonly input: Api['recordCheck']['input'] }
  | { readonly useCase: 'writeNotes'; readonly input: Api['writeNotes']['input'] }

/** What a carer wrote without network. It waits here, also over a restart, until it has been told. */
export interface KeptCare {
  readonly id: string
  readonly at: Instant
  /** Whom it is about, for what is shown. */
  readonly names: string
  readonly told: CareCall
  /** How a check ended, by the phone's own decision. */
  readonly outcome?: 'stays' | 'goes_home'
  /** What waited was refused when it was told: people must look. */
  readonly refused?: Detail
}

const KEY = 'care.queue'

let kept: readonly KeptCare[] | undefined
let telling: Promise<void> | undefined

export async function openCare(): Promise<readonly KeptCare[]> {
  kept ??= (await keptEncrypted<readonly KeptCare[]>(KEY)) ?? []
  return kept
}

export async function keepCare(each: Pick<KeptCare, 'names' | 'told' | 'outcome'>): Promise<void> {
  await save([...(await openCare()), { id: newAttempt(), at: clockNow(), ...each }])
}

/** Tells what waits, in order; where there is still no network it goes on waiting. */
export function tellCare(siteId: SiteId): Promise<void> {
  telling ??= tell(siteId).finally(() => {
    telling = undefined
  })
  return telling
}

async function tell(siteId: SiteId): Promise<void> {
  const waiting = (await openCare()).filter(
    ({ told, refused }) => !refused && told.input.siteId === siteId,
  )
  for (const each of waiting) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they were written
    const refused = await send(each.told)
    // oxlint-disable-next-line no-await-in-loop
    await save(
      (await openCare()).flatMap((other) =>
        other.id !== each.id ? other : refused ? { ...each, refused } : [],
      ),
    )
  }
}

/** Undefined when it is told; else why it never will be. What may go well later is thrown. */
async function send(told: CareCall): Promise<Detail | undefined> {
  try {
    await (told.useCase === 'recordCheck'
      ? call('recordCheck', told.input)
      : call('writeNotes', told.input))
    return undefined
  } catch (error) {
    const mayGoWell = !(error instanceof CallError) || PASSING.includes(error.detail.code)
    if (mayGoWell) throw error
    return error.detail
  }
}

const PASSING: readonly Detail['code'][] = ['offline', 'busy', 'defect', 'signed_out']

/** Somebody has looked at it. */
export async function settleCare(id: string): Promise<void> {
  await save((await openCare()).filter((each) => each.id !== id))
}

async function save(next: readonly KeptCare[]): Promise<void> {
  kept = next
  await keepEncrypted(KEY, next)
}
