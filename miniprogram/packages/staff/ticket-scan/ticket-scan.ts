import { CallError } from '../../../services/call'
import { now } from '../../../services/clock'
import { groupNameOf, judgeTicket, passDoor } from '../../../services/door'
import { follow } from '../../../services/follow'
import { tickPapers } from '../../../services/papers'
import { ring } from '../../../services/ring'
import { say, wordsFor } from '../../../services/say'
import { scanTicket } from '../../../services/scan-ticket'
import { signal } from '../../../services/signal'
import { textClass } from '../../../services/text-size'
import {
  doneWords,
  doorCardOf,
  refusedCardOf,
  type DoorCard,
  type RefusedCard,
} from '../../../view/door-verdict'
import { isRefusal } from '../../../view/is-refusal'
import type { RoomChild } from '../../../view/room-now'

interface ScanData {
  textClass: string
  skeleton: object[]
  phase: 'looking' | 'ask' | 'sending' | 'done' | 'no'
  card: DoorCard | null
  refused: RefusedCard | null
  done: string
}
const MIDDLE = { margin: '0 auto var(--gap-m)' }
const FIRST: ScanData = {
  textClass: '',
  skeleton: [
    { type: 'circle', size: '176rpx', ...MIDDLE },
    { width: '45%', height: '72rpx', ...MIDDLE },
    { width: '60%', height: '144rpx', ...MIDDLE },
    { width: '80%', height: '48rpx', ...MIDDLE },
  ],
  phase: 'looking',
  card: null,
  refused: null,
  done: '',
}

/** One scan, one verdict: may the child come in, or go home, and if not, why. `?ticket=` is the QR's text. */
Page({
  data: FIRST,
  ticket: '',
  child: undefined as RoomChild | undefined,

  onLoad({ ticket = '' }: Record<string, string | undefined>) {
    this.ticket = ticket
    this.setData({ textClass: textClass() })
    void this.judge()
  },
  async judge() {
    try {
      const verdict = await judgeTicket(this.ticket)
      this.child = verdict.child
      if (!verdict.ok) {
        this.showNo(refusedCardOf(verdict.refusal, verdict.child))
        return
      }
      const { child, act } = verdict
      this.setData({ phase: 'ask', card: doorCardOf(child, act, groupNameOf(child), now()) })
      signal('yes')
    } catch (error) {
      this.showNo({ words: wordsFor(error) })
    }
  },
  showNo(refused: RefusedCard) {
    this.setData({ phase: 'no', refused })
    signal('no')
  },
  async onConfirm() {
    const { card, phase } = this.data
    const { child } = this
    if (!card || !child || phase !== 'ask') return
    this.setData({ phase: 'sending' })
    try {
      const passed = await passDoor(this.ticket, card.act, child)
      this.setData({ phase: 'done', done: doneWords(passed, card.act, now()) })
      signal('yes')
    } catch (error) {
      await this.onFailed(error)
    }
  },
  async onFailed(error: unknown) {
    if (error instanceof CallError && isRefusal(error.detail)) {
      this.showNo(refusedCardOf(error.detail, this.child))
      return
    }
    this.setData({ phase: 'ask' })
    await say(error, { retry: () => this.onConfirm() })
  },
  async onPapers() {
    const { child } = this
    const { card } = this.data
    if (!child || !card) return
    try {
      if (!(await tickPapers(child.householdId, child.name))) return
      this.child = { ...child, papersSeen: true }
      this.setData({ card: doorCardOf(this.child, card.act, groupNameOf(child), now()) })
    } catch (error) {
      await say(error, { retry: () => this.onPapers() })
    }
  },
  onCall() {
    void ring(this.child?.guardians ?? [])
  },
  onScanNext() {
    void scanTicket('verdict')
  },
  onRoom() {
    // A verdict that was opened by itself has nothing behind it.
    if (getCurrentPages().length > 1) follow('back')
    else void wx.redirectTo({ url: '/packages/staff/room-now/room-now' })
  },
  onCheck() {
    this.open('morning-check')
  },
  open(page: string) {
    const id = this.child?.bookingId
    if (id) void wx.redirectTo({ url: `/packages/staff/${page}/${page}?id=${id}` })
  },
  onNext() {
    follow(this.data.refused?.words.next?.act ?? 'scan_again', {
      scan_again: () => this.onScanNext(),
      show_room: () => this.onRoom(),
      see_health: () => this.open('child-health'),
      retry: () => this.judge(),
    })
  },
})
