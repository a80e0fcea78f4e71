import type { DutyAct } from '../../../domain/duty'
import type { GroupId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { lastRoom, loadRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { scanCode } from '../../../services/scan'
import { entered } from '../../../services/session'
import { signal } from '../../../services/signal'
import { textClass } from '../../../services/text-size'
import { dutyDoneWords, dutyViewOf, type DutyView } from '../../../view/duty'
import type { Act, Words } from '../../../view/words'

/** A carer scans the code on the room's wall with her own phone: here, or gone. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '300rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    view: null as DutyView | null,
    carers: '',
    sending: false,
    done: '',
  },
  chosen: undefined as GroupId | undefined,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      await loadRoom()
      this.setData({ failed: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    const room = lastRoom()
    const names = (room?.onDuty ?? []).map(({ name }) => name).join('、')
    this.setData({
      view: dutyViewOf(room?.day, this.chosen ?? ''),
      carers: names ? `现在在岗：${names}` : '现在还没有老师签到',
    })
  },
  onGroup({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.chosen = detail.value as GroupId
    this.show()
  },
  onStart() {
    if (this.chosen) void this.clock('start', this.chosen)
  },
  onEnd() {
    const [first] = lastRoom()?.day?.groups ?? []
    const groupId = this.chosen ?? first?.id
    if (groupId) void this.clock('end', groupId)
  },
  async clock(act: DutyAct, groupId: GroupId) {
    if (this.data.sending) return
    const code = await scanCode()
    if (code === undefined) return
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const duty = await call('clockDuty', { siteId: site.id, code, act, groupId })
      signal('yes')
      this.setData({ done: dutyDoneWords(duty, act) })
      await this.open()
    } catch (error) {
      signal('no')
      await say(error, {
        retry: () => this.clock(act, groupId),
        scan_again: () => this.clock(act, groupId),
        show_room: () => this.onBack(),
      })
    } finally {
      this.setData({ sending: false })
    }
  },
  onBack() {
    if (getCurrentPages().length > 1) follow('back')
    else void wx.redirectTo({ url: '/packages/staff/room-now/room-now' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
