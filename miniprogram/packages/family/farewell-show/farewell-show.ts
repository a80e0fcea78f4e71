import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { enter } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { farewellPageOf, keptWords, type FarewellPage } from '../../../view/farewell-page'
import type { Act, Words } from '../../../view/words'

/** Before a child's record or a family's file goes by itself: what goes, when, and what may be done about it. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    ready: false,
    farewell: null as FarewellPage | null,
    kept: '',
    busy: false,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { household } = await enter()
      const farewell = household ? farewellPageOf(household) : null
      const kept = household?.keptUntil ? keptWords(household.keptUntil) : ''
      this.setData({ failed: null, ready: true, farewell, kept })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onKeep() {
    if (this.data.busy) return
    this.setData({ busy: true })
    try {
      const { household } = await enter()
      if (household) await call('keepFile', { householdId: household.id })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ busy: false })
    }
  },
  onAgree() {
    follow('register')
  },
  onPrivacy() {
    void wx.navigateTo({ url: '/pages/privacy-show/privacy-show' })
  },
  onHome() {
    follow('home')
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
