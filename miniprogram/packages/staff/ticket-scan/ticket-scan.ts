import type { BookingId } from '../../../domain/ids'
import type { Judgement } from '../../../domain/judge-scan'
import { newAttempt } from '../../../services/attempt'
import { CallError } from '../../../services/call'
import {
  groupNameOf,
  judgeChild,
  judgeTicket,
  noteStopped,
  passDoor,
  undoAct,
} from '../../../services/door'
import type { Verdict } from '../../../services/door'
import { clockNow } from '../../../services/door-clock'
import { follow } from '../../../services/follow'
import { tickPapers } from '../../../services/papers'
import { ring } from '../../../services/ring'
import { lastRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { scanTicket } from '../../../services/scan-ticket'
import { signal } from '../../../services/signal'
import { textClass } from '../../../services/text-size'
import { askUndoReason } from '../../../services/undo'
import {
  doneWords,
  doorCardOf,
  isByHealth,
  NO_LIST,
  refusedCardOf,
  type DoorCard,
  type RefusedCard,
} from '../../../view/door-verdict'
import { isRefusal } from '../../../view/is-refusal'
import type { RoomChild } from '../../../view/room-now'

interface ScanData {
  textClass: string
  phase: 'looking' | 'ask' | 'sending' | 'done' | 'undone' | 'no' | 'unknown'
  card: DoorCard | null
  /** The first touch of two is made, or was not needed. */
  sure: boolean
  refused: RefusedCard | null
  done: string
  /** Known to this phone alone until it has a network. */
  kept: boolean
}
const FIRST: ScanData = {
  textClass: '',
  phase: 'looking',
  card: null,
  sure: false,
  refused: null,
  done: '',
  kept: false,
}

/**
 * One scan, one verdict: may the child come in, or go home, and if not, why. `?ticket=` is the QR's text; `?booking=`
 * a child of the list that came without one.
 */
Page({
  data: FIRST,
  ticket: '',
  booking: '',
  nonce: '',
  child: undefined as RoomChild | undefined,
  judged: undefined as Extract<Judgement<RoomChild>, { ok: true }> | undefined,
  alone: false,

  onLoad({ ticket = '', booking = '' }: Record<string, string | undefined>) {
    this.ticket = ticket
    this.booking = booking
    this.setData({ textClass: textClass() })
    void this.judge()
  },
  async judge(act?: 'out') {
    try {
      const asked = this.booking
        ? await judgeChild(this.booking as BookingId)
        : await judgeTicket(this.ticket, act)
      this.show(asked)
    } catch (error) {
      // Nobody was asked: that is no answer about the child.
      if (error instanceof CallError && !isRefusal(error.detail)) this.showUnknown(error)
      else this.showNo({ words: wordsFor(error) })
    }
  },
  show({ judged, alone }: Verdict) {
    this.child = judged.child
    this.alone = alone
    if (!judged.ok) {
      this.showNo(refusedCardOf(judged.refusal, judged.child))
      if (judged.child && isByHealth(judged.refusal)) void noteStopped(judged.child)
      return
    }
    this.judged = judged
    this.nonce = newAttempt()
    this.showCard()
    signal(judged.doubt ? 'ask' : 'yes')
  },
  showCard() {
    const { judged, child, alone } = this
    if (!judged) return
    const now = clockNow()
    const listFrom = lastRoom()?.now
    const groupName = child ? groupNameOf(child) : ''
    const card = doorCardOf(judged, { groupName, alone, listFrom, now })
    this.setData({ phase: 'ask', card, sure: card.sure === '' })
  },
  showUnknown(error: CallError) {
    const offline = error.detail.code === 'offline'
    const refused = { words: offline ? NO_LIST : wordsFor(error) }
    this.setData({ phase: 'unknown', refused })
    signal('ask')
  },
  showNo(refused: RefusedCard) {
    this.setData({ phase: 'no', refused })
    signal('no')
  },
  onSure() {
    this.setData({ sure: !this.data.sure })
  },
  onOther() {
    void this.judge('out')
  },
  async onConfirm() {
    const { phase, sure } = this.data
    const { judged, child, nonce, ticket } = this
    const bookingId = child?.bookingId ?? judged?.code?.bookingId
    if (!judged || !bookingId || !sure || phase !== 'ask') return
    this.setData({ phase: 'sending' })
    try {
      const deed = { nonce, bookingId, act: judged.act, text: ticket }
      const passed = await passDoor({ ...deed, ...(child ? { child } : {}) })
      this.child = passed.child
      const done = doneWords(passed.child, judged.act, clockNow())
      this.setData({ phase: 'done', done, kept: !passed.told })
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
  async onUndo() {
    const { child } = this
    const reason = child && (await askUndoReason())
    if (!child || !reason) return
    try {
      const { told } = await undoAct(child, reason)
      this.setData({ phase: 'undone', kept: !told })
    } catch (error) {
      await say(error, { retry: () => this.onUndo(), show_room: () => this.onRoom() })
    }
  },
  async onPapers() {
    const { child, judged } = this
    if (!child || !judged) return
    try {
      if (!(await tickPapers(child.householdId, child.name))) return
      this.child = { ...child, papersSeen: true }
      this.judged = { ...judged, child: this.child }
      this.showCard()
    } catch (error) {
      await say(error, { retry: () => this.onPapers() })
    }
  },
  onOwed() {
    void wx.navigateTo({ url: '/packages/desk/bill-list/bill-list' })
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
      call_guardian: () => this.onCall(),
      retry: () => this.judge(),
    })
  },
})
