import type { BookingId } from '../../../domain/ids'
import type { OverrideReason } from '../../../domain/override'
import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { isOffline } from '../../../services/network'
import { ring } from '../../../services/ring'
import { loadRoom, openRoom } from '../../../services/room'
import { say } from '../../../services/say'
import { signal } from '../../../services/signal'
import { textClass } from '../../../services/text-size'
import type { RoomChild } from '../../../view/room-now'
import { OVERRIDE_CHOICES } from '../../../view/words-undo'

/** The second carer may be across the room. */
const LOOK_MS = 3000

interface AskData {
  textClass: string
  name: string
  guardians: RoomChild['guardians']
  choices: typeof OVERRIDE_CHOICES
  who: string
  reason: OverrideReason | ''
  whoWrong: string
  reasonWrong: string
  offline: boolean
  phase: 'ask' | 'sending' | 'waiting' | 'done'
}
const FIRST: AskData = {
  textClass: '',
  name: '',
  guardians: [],
  choices: OVERRIDE_CHOICES,
  who: '',
  reason: '',
  whoWrong: '',
  reasonWrong: '',
  offline: false,
  phase: 'ask',
}

/** Nobody takes a child without ticket or pass, but by two carers' word. `?booking=` is the child of the list. */
Page({
  data: FIRST,
  booking: '' as BookingId,
  attempt: '',
  timer: 0,

  onLoad({ booking = '' }: Record<string, string | undefined>) {
    this.booking = booking as BookingId
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.open()
  },
  onUnload() {
    clearInterval(this.timer)
  },
  async open() {
    const room = await openRoom()
    const child = room?.children.find(({ bookingId }) => bookingId === this.booking)
    this.setData({
      name: child?.name ?? '',
      guardians: child?.guardians ?? [],
      offline: await isOffline(),
    })
  },
  onWho(event: WechatMiniprogram.Input) {
    this.setData({ who: event.detail.value, whoWrong: '' })
  },
  onReason(event: WechatMiniprogram.TouchEvent) {
    this.setData({
      reason: event.currentTarget.dataset['reason'] as OverrideReason,
      reasonWrong: '',
    })
  },
  onCall() {
    void ring(this.data.guardians)
  },
  async onAsk() {
    const { reason, phase } = this.data
    const who = this.data.who.trim()
    this.setData({
      whoWrong: who === '' ? '请写上谁来接' : '',
      reasonWrong: reason === '' ? '请选一个原因' : '',
    })
    if (phase !== 'ask' || who === '' || reason === '') return
    this.setData({ phase: 'sending' })
    try {
      const room = (await openRoom()) ?? (await loadRoom())
      const { booking: bookingId, attempt } = this
      await call('askOverride', { siteId: room.siteId, bookingId, who, reason, attempt })
      this.setData({ phase: 'waiting' })
      this.timer = setInterval(() => void this.look(), LOOK_MS)
    } catch (error) {
      this.setData({ phase: 'ask' })
      await say(error, { retry: () => this.onAsk(), show_room: () => wx.navigateBack() })
    }
  },
  async look() {
    const room = await loadRoom().catch(() => undefined)
    const child = room?.children.find(({ bookingId }) => bookingId === this.booking)
    if (child?.state === 'gone' && this.data.phase === 'waiting') {
      clearInterval(this.timer)
      this.setData({ phase: 'done' })
      signal('yes')
    } else if (room && !room.overrides.some(({ bookingId }) => bookingId === this.booking)) {
      // Nobody agreed in time: it can be asked anew, nothing typed is lost.
      clearInterval(this.timer)
      this.attempt = newAttempt()
      this.setData({ phase: 'ask' })
    }
  },
  onRoom() {
    void wx.navigateBack({ delta: 2 })
  },
})
