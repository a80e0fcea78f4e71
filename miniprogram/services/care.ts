import type { Api } from '../../cloudfunctions/core/contract/api'
import type { HealthRules } from '../domain/illness'
import { decideCheck } from '../domain/morning-check'
import { dateOf } from '../domain/time'
import type { RoomChild } from '../view/room-now'
import { CallError, call } from './call'
import { keepCare } from './care-queue'
import { clockNow } from './door-clock'
import { isOffline } from './network'
import { rememberChild } from './room'

/** `told`: somebody besides this phone knows. */
export type Recorded = Api['recordCheck']['output'] & { readonly told: boolean }

/** The morning check, told or kept; without network the phone decides by the same rules as the point. */
export async function recordCheck(
  child: RoomChild,
  looked: Omit<Api['recordCheck']['input'], 'at'>,
  rules: HealthRules,
): Promise<Recorded> {
  const input = { ...looked, at: clockNow() }
  const answer = await reach(() => call('recordCheck', input))
  if (answer) return { ...answer, told: true }
  const { medicine, suspicion, ...seen } = looked
  const check = { ...seen, ...(medicine ? { medicine } : {}), ...(suspicion ? { suspicion } : {}) }
  const decided = decideCheck(check, rules, dateOf(input.at))
  if (!decided.ok) throw new CallError(decided.refusal, '')
  const { outcome } = decided.value
  await keepCare({ names: child.name, told: { useCase: 'recordCheck', input }, outcome })
  await rememberChild({ ...child, check: outcome })
  return decided.value.outcome === 'stays'
    ? { outcome: 'stays', cancelled: 0, told: false }
    : {
        outcome: 'goes_home',
        illness: decided.value.illness.name,
        returnOn: decided.value.returnOn,
        cancelled: 0,
        told: false,
      }
}

/** Day notes, told or kept. */
export async function writeNotes(
  names: string,
  input: Api['writeNotes']['input'],
): Promise<{ readonly written: number; readonly told: boolean }> {
  const answer = await reach(() => call('writeNotes', input))
  if (answer) return { ...answer, told: true }
  await keepCare({ names, told: { useCase: 'writeNotes', input } })
  return { written: input.bookingIds.length, told: false }
}

/** Undefined where nobody could be reached. */
async function reach<T>(ask: () => Promise<T>): Promise<T | undefined> {
  if (await isOffline()) return undefined
  try {
    return await ask()
  } catch (error) {
    if (error instanceof CallError && error.detail.code === 'offline') return undefined
    throw error
  }
}
