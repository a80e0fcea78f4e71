import { isMeant } from '../domain/find-family'
import type { BookingId } from '../domain/ids'
import type { Instant } from '../domain/time'
import { monthsWords } from './age'
import { rowOf, type RoomChild } from './room-now'
import { childInitial } from './initial'

/** A child of today as the search shows it, with what can be done for it without a code. */
export interface FoundToday {
  readonly id: BookingId
  readonly name: string
  readonly initial: string
  readonly facts: string
  readonly when: string
  /** Let in · ask a second carer to let go · nothing but an undo. */
  readonly act: 'in' | 'out' | ''
  readonly label: string
  /** 撤销入园, 撤销离园; empty when nothing was written down. */
  readonly undo: string
}

const ACTS: Readonly<Record<RoomChild['state'], Pick<FoundToday, 'act' | 'label' | 'undo'>>> = {
  booked: { act: 'in', label: '没有码，入园', undo: '' },
  inside: { act: 'out', label: '没有码，要离园', undo: '撤销入园' },
  gone: { act: '', label: '', undo: '撤销离园' },
  cancelled: { act: '', label: '', undo: '' },
  missed: { act: '', label: '', undo: '' },
}

export function foundToday(
  children: readonly RoomChild[],
  typed: string,
  now: Instant,
): FoundToday[] {
  return children
    .filter(
      (child) => child.state !== 'cancelled' && child.state !== 'missed' && isMeant(typed, child),
    )
    .map((child) => {
      const { id, name, initial, age, when } = rowOf(child, now)
      const acts = ACTS[child.state]
      const undo = child.lastAct === undefined ? '' : acts.undo
      return { id, name, initial, facts: [age, tailsOf(child)].join(' · '), when, ...acts, undo }
    })
}

/** A registered child that has no booking now: it may still get a place. */
export interface FoundElse {
  readonly id: string
  readonly name: string
  readonly initial: string
  readonly facts: string
}

interface Registered {
  readonly childId: string
  readonly name: string
  readonly ageMonths: number
  readonly guardians: RoomChild['guardians']
}

/** Without those who are expected or inside anyway. */
export function foundElse(
  registered: readonly Registered[],
  children: readonly RoomChild[],
): FoundElse[] {
  const here = new Set<string>(
    children
      .filter(({ state }) => state === 'booked' || state === 'inside')
      .map(({ childId }) => childId),
  )
  return registered
    .filter(({ childId }) => !here.has(childId))
    .map((child) => ({
      id: child.childId,
      name: child.name,
      initial: childInitial(child.name),
      facts: [monthsWords(child.ageMonths), tailsOf(child)].join(' · '),
    }))
}

/** 小雨妈妈 1001: enough to be sure, and no whole number on the screen. */
function tailsOf({ guardians }: Pick<RoomChild, 'guardians'>): string {
  return guardians.map(({ name, phone }) => `${name} ${phone.slice(-4)}`).join('、')
}
