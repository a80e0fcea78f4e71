import { ask } from '../../../services/ask'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { incidentCardOf, type IncidentCard } from '../../../view/incident'
import type { Act, Words } from '../../../view/words'

/** What happened in the room, and how long its recording is still sure to exist. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    incidents: null as readonly IncidentCard[] | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const { incidents, now } = await call('listIncidents', { siteId: site.id })
      this.setData({ failed: null, incidents: incidents.map((each) => incidentCardOf(each, now)) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onKeep({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const incidentId = String(currentTarget.dataset['id'])
    const sure = await ask({
      title: '录像另存好了吗？',
      text: '这一段录像已经另外保存，不会被覆盖。只记下日期和您的名字，小程序不存录像。',
      yes: '存好了',
      no: '还没有',
    })
    if (sure) await this.keep(incidentId)
  },
  async keep(incidentId: string) {
    try {
      const { site } = await entered()
      await call('keepVideo', { siteId: site.id, incidentId })
      await this.open()
    } catch (error) {
      await say(error, { retry: () => this.keep(incidentId) })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
