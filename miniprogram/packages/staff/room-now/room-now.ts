import type { OverrideId } from '../../../domain/ids'
import { agreeOverride } from '../../../services/override'
import { openCare, settleCare } from '../../../services/care-queue'
import { clockNow } from '../../../services/door-clock'
import { openQueue, settleConflict } from '../../../services/door-queue'
import { follow } from '../../../services/follow'
import { tickPapers } from '../../../services/papers'
import { ring } from '../../../services/ring'
import { loadRoom, openRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { scanTicket } from '../../../services/scan-ticket'
import { textClass } from '../../../services/text-size'
import { setTitle } from '../../../services/title'
import { doorNotesOf, NO_NOTES, type DoorNotes } from '../../../view/door-notes'
import { roomViewOf, type RoomTab, type RoomView } from '../../../view/room-now'
import type { Act, Words } from '../../../view/words'

/** The list on the wall stays right by itself. */
const REFRESH_MS = 60_000

interface RoomData {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  tab: RoomTab
  room: RoomView | null
  notes: DoorNotes
  /** An operator may look at the room; the door is the carers'. */
  mayScan: boolean
  /** Whom else an illness concerns is the lead's to tell. */
  mayTell: boolean
  /** Since when the picture is old, `10:12`; empty while it is fresh. */
  staleSince: string
  /** There is nothing of today on this phone but the keys. */
  unlisted: boolean
}
const FIRST: RoomData = {
  textClass: '',
  skeleton: [
    [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    [{ width: '60%', height: '64rpx' }],
    [{ width: '100%', height: '144rpx', borderRadius: '24rpx' }],
    [{ width: '100%', height: '144rpx', borderRadius: '24rpx' }],
  ],
  failed: null,
  tab: 'expected',
  room: null,
  notes: NO_NOTES,
  mayScan: false,
  mayTell: false,
  staleSince: '',
  unlisted: false,
}

Page({
  data: FIRST,
  timer: 0,

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.open()
    this.timer = setInterval(() => void this.refresh(), REFRESH_MS)
  },
  async open() {
    await this.show()
    await this.refresh()
  },
  onHide() {
    clearInterval(this.timer)
  },
  onUnload() {
    clearInterval(this.timer)
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    const before = this.data.room?.clock ?? ''
    try {
      await loadRoom()
      this.setData({ failed: null, staleSince: '' })
      await this.show()
    } catch (error) {
      // Without network the door goes on with what it knows, and says how old that is.
      if (!this.data.room) this.setData({ failed: wordsFor(error) })
      else this.setData({ staleSince: this.data.staleSince || before })
    }
  },
  async show() {
    const room = await openRoom()
    if (!room) return
    const view = roomViewOf(room, this.data.tab, clockNow())
    const notes = doorNotesOf({ ...room, ...(await openQueue()), care: await openCare() })
    const { mayScan, mayTell, unlisted = false } = room
    this.setData({ room: view, notes, mayScan, mayTell, unlisted })
    setTitle(this, `现在 · ${view.clock}`)
  },
  onTab(event: WechatMiniprogram.TouchEvent) {
    this.setData({ tab: event.currentTarget.dataset['key'] as RoomTab })
    void this.show()
  },
  onCall(event: WechatMiniprogram.TouchEvent) {
    void ring(this.rowOf(event)?.guardians ?? [])
  },
  async onPapers(event: WechatMiniprogram.TouchEvent) {
    const row = this.rowOf(event)
    if (!row) return
    try {
      if (await tickPapers(row.householdId, row.name)) await this.show()
    } catch (error) {
      await say(error, { retry: () => this.onPapers(event) })
    }
  },
  rowOf(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as string
    return this.data.room?.rows.find((row) => row.id === id)
  },
  /** The morning check, the health dates or the exposure notice of one child. */
  onCare({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { page, id } = currentTarget.dataset as { page: string; id: string }
    void wx.navigateTo({ url: `/packages/staff/${page}/${page}?id=${id}` })
  },
  onTool({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const page = String(currentTarget.dataset['page'])
    void wx.navigateTo({ url: `/packages/staff/${page}/${page}` })
  },
  async onAgree(event: WechatMiniprogram.CustomEvent<{ id: OverrideId }>) {
    const ask = this.data.notes.asks.find(({ id }) => id === event.detail.id)
    try {
      if (ask && (await agreeOverride(event.detail.id, ask.title, ask.text))) await this.show()
    } catch (error) {
      await this.refresh()
      await say(error, { retry: () => this.onAgree(event), back: () => undefined })
    }
  },
  async onSettle(event: WechatMiniprogram.CustomEvent<{ nonce: string }>) {
    await settleConflict(event.detail.nonce)
    await settleCare(event.detail.nonce)
    await this.show()
  },
  onFind() {
    void wx.navigateTo({ url: '/packages/staff/child-find/child-find' })
  },
  onScan() {
    void scanTicket()
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.refresh() })
  },
})
