import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { volunteerListOf, type VolunteerListView } from '../../../view/volunteer-list'
import type { Act, Words } from '../../../view/words'

/** Everybody, who wants something done first. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    view: null as VolunteerListView | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { volunteers, now } = await call('listVolunteers', { siteId: site.id })
      this.setData({ failed: null, view: volunteerListOf(volunteers, now) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onRow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    void wx.navigateTo({ url: `/packages/volunteers/volunteer-vet/volunteer-vet?id=${id}` })
  },
  onCrews() {
    void wx.navigateTo({ url: '/packages/volunteers/crew-list/crew-list' })
  },
  onCopy() {
    void wx.setClipboardData({ data: this.data.view?.text ?? '' })
  },
  onShareAppMessage() {
    return {
      title: '来给孩子们讲个故事：报名做志愿者',
      path: '/packages/volunteers/volunteer-home/volunteer-home',
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
