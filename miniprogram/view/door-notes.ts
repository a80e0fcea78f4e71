import type { BookingId } from '../domain/ids'
import type { KeptAct } from '../domain/kept-act'
import type { OverrideReason } from '../domain/override'
import type { Refusal } from '../domain/refusal'
import { timeOf, type Instant } from '../domain/time'
import type { RoomChild } from './room-now'
import { clock } from './when'
import { wordsOf, type Detail } from './words'
import { overrideWord } from './words-undo'

export interface NoteFacts {
  readonly children: readonly RoomChild[]
  readonly overrides: readonly {
    readonly id: string
    readonly bookingId: BookingId
    readonly who: string
    readonly reason: OverrideReason
    readonly askedByName: string
    readonly mine: boolean
  }[]
  readonly waiting: readonly unknown[]
  /** Checks and day notes of this phone. */
  readonly care: readonly {
    readonly id: string
    readonly at: Instant
    readonly names: string
    readonly told: { readonly useCase: 'recordCheck' | 'writeNotes' }
    readonly refused?: Detail
  }[]
  readonly conflicts: readonly {
    readonly bookingId: BookingId
    readonly told: KeptAct
    readonly refusal: Refusal
  }[]
}

/** What carers have to see above the room: what waits for the network, what did not fit, who asks for a second carer. */
export interface DoorNotes {
  /** 3 次入园、离园还在这部手机上; empty when all is told. */
  readonly waiting: string
  readonly conflicts: readonly {
    readonly nonce: string
    readonly title: string
    readonly text: string
  }[]
  readonly asks: readonly { readonly id: string; readonly title: string; readonly text: string }[]
}

export const NO_NOTES: DoorNotes = { waiting: '', conflicts: [], asks: [] }

export function doorNotesOf(facts: NoteFacts): DoorNotes {
  const { children, overrides, waiting, care, conflicts } = facts
  const nameOf = (id: BookingId): string =>
    children.find(({ bookingId }) => bookingId === id)?.name ?? '一个孩子'
  return {
    waiting: waitingWords(waiting.length, care.filter(({ refused }) => !refused).length),
    conflicts: [
      ...conflicts.map(({ bookingId, told, refusal }) => ({
        nonce: told.nonce,
        title: `${nameOf(bookingId)}：${clock(timeOf(told.at))} ${ACTS[told.act]}，对不上`,
        text: `${wordsOf(refusal).title}。${NEXT[told.act]}`,
      })),
      ...care.flatMap(({ id, at, names, told, refused }) =>
        refused
          ? {
              nonce: id,
              title: `${names}：${clock(timeOf(at))} 写的${CARE[told.useCase]}没有记上`,
              text: `${wordsOf(refused).title}。看看孩子还在不在，要的话再写一次。`,
            }
          : [],
      ),
    ],
    asks: overrides
      .filter(({ mine }) => !mine)
      .map(({ id, bookingId, who, reason, askedByName }) => ({
        id,
        title: `${askedByName}请您一起放行${nameOf(bookingId)}`,
        text: `由 ${who} 接走，${overrideWord(reason)}。看清人、问过家长，再同意。`,
      })),
  }
}

/** 3 次入园、离园，2 份晨检、记录还在这部手机上 */
function waitingWords(acts: number, care: number): string {
  const parts = [acts > 0 ? `${acts} 次入园、离园` : '', care > 0 ? `${care} 份晨检、记录` : '']
  const all = parts.filter(Boolean).join('，')
  return all ? `${all}还在这部手机上，连上网络就上传。` : ''
}

const CARE = { recordCheck: '晨检', writeNotes: '当日记录' } as const

const ACTS: Readonly<Record<KeptAct['act'], string>> = {
  in: '没有网络时入园',
  listed: '没有网络时入园',
  out: '没有网络时离园',
  stopped: '没有网络时没能入园',
  undo: '没有网络时撤销',
}

const NEXT: Readonly<Record<KeptAct['act'], string>> = {
  in: '看看孩子在不在园；在园又没有预约，就现场登记。',
  listed: '看看孩子在不在园；在园又没有预约，就现场登记。',
  out: '看看孩子是不是真的走了，打电话给家长确认。',
  stopped: '这次没有来不算缺席；还要来，就现场登记。',
  undo: '看看孩子在不在园，名单不对就再扫一次。',
}
