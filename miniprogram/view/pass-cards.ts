import type { PassState } from '../domain/pass'
import { timeOf, type Instant } from '../domain/time'
import { clock } from './when'

export interface PassFacts {
  readonly id: string
  readonly name: string
  readonly state: PassState
  readonly openedAt?: Instant
  readonly number?: string
}

/** One adult who may fetch the child, as its guardian sees it. */
export interface PassCard {
  readonly id: string
  readonly name: string
  readonly state: PassState
  readonly chip: string
  readonly tone: 'sun' | 'coral' | 'leaf' | ''
  readonly text: string
  /** The number to compare on a call; empty when there is nothing to confirm. */
  readonly number: string
}

export function passCardOf(pass: PassFacts): PassCard {
  const { id, name, state, number = '' } = pass
  const rest = { id, name, state, number: state === 'opened' ? number : '' }
  const at = pass.openedAt === undefined ? '' : `${clock(timeOf(pass.openedAt))} `
  switch (state) {
    case 'sent':
      return {
        ...rest,
        chip: '还没打开',
        tone: 'sun',
        text: `发给${name}，请${name}自己打开。转发到群里也没用：只认第一个打开、又被您确认的人。`,
      }
    case 'opened':
      return {
        ...rest,
        chip: '等您确认',
        tone: 'coral',
        text: `${at}有人打开了。给${name}打个电话，问手机上的四位号码是不是这个：`,
      }
    case 'confirmed':
      return {
        ...rest,
        chip: '可以接',
        tone: 'leaf',
        text: `${name}出示自己的接送码，就可以接走。`,
      }
    case 'revoked':
      return { ...rest, chip: '已收回', tone: '', text: '这张码不能再用。' }
  }
}

/** Something is still to happen: the page looks again by itself. */
export function isPending(cards: readonly Pick<PassCard, 'state'>[]): boolean {
  return cards.some(({ state }) => state === 'sent' || state === 'opened')
}

/** Who is asked most. */
export const PASS_NAMES = ['外婆', '外公', '奶奶', '爷爷', '阿姨'] as const

/** For the booking: 请外婆来接 · 等您确认. */
export function passLineOf(passes: readonly PassFacts[]): string {
  const alive = passes.filter(({ state }) => state !== 'revoked').map(passCardOf)
  return alive.map(({ name, chip }) => `${name}：${chip}`).join('，')
}
