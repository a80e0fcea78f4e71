import type { BookingId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { undoAct } from '../../../services/door'
import { clockNow } from '../../../services/door-clock'
import { isOffline } from '../../../services/network'
import { loadRoom, openRoom, type RoomToday } from '../../../services/room'
import { say } from '../../../services/say'
import { textClass } from '../../../services/text-size'
import { askUndoReason } from '../../../services/undo'
import { foundElse, foundToday, type FoundElse, type FoundToday } from '../../../view/find-child'

interface FindData {
  textClass: string
  typed: string
  today: FoundToday[]
  /** Null until the families were asked for. */
  others: FoundElse[] | null
  asking: boolean
  offline: boolean
}
const FIRST: FindData = {
  textClass: '',
  typed: '',
  today: [],
  others: null,
  asking: false,
  offline: false,
}

/** There is no phone, or no code: the child is found by its name or the end of a guardian's number. */
Page({
  data: FIRST,

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  async onShow() {
    this.setData({ offline: await isOffline() })
    try {
      if (!(await openRoom())) await loadRoom()
      await this.show()
    } catch (error) {
      await say(error, { retry: () => this.onShow() })
    }
  },
  async onType(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value, others: null })
    await this.show()
  },
  async show() {
    const room = await openRoom()
    if (room) this.setData({ today: foundToday(room.children, this.data.typed, clockNow()) })
  },
  async onFamilies() {
    const room = await openRoom()
    if (!room || this.data.asking) return
    this.setData({ asking: true })
    try {
      const { siteId } = room
      const { children } = await call('findFamilies', { siteId, typed: this.data.typed })
      this.setData({ others: foundElse(children, room.children) })
    } catch (error) {
      await say(error, { retry: () => this.onFamilies() })
    } finally {
      this.setData({ asking: false })
    }
  },
  onAct(event: WechatMiniprogram.TouchEvent) {
    const { id, act } = event.currentTarget.dataset as { id: BookingId; act: FoundToday['act'] }
    const url =
      act === 'in'
        ? `/packages/staff/ticket-scan/ticket-scan?booking=${id}`
        : `/packages/staff/override-ask/override-ask?booking=${id}`
    void wx.navigateTo({ url })
  },
  async onUndo(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: BookingId }
    const child = (await openRoom())?.children.find(({ bookingId }) => bookingId === id)
    const reason = child && (await askUndoReason())
    if (!child || !reason) return
    try {
      await undoAct(child, reason)
      await this.show()
    } catch (error) {
      await loadRoom().catch((): RoomToday | undefined => undefined)
      await this.show()
      await say(error, { retry: () => this.onUndo(event), show_room: () => wx.navigateBack() })
    }
  },
  onWalkIn(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string }
    const url = `/packages/staff/walk-in/walk-in?child=${id}&name=${encodeURIComponent(name)}`
    void wx.navigateTo({ url })
  },
})
