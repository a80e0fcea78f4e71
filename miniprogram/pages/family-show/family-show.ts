import { now } from '../../services/clock'
import { callSite, follow } from '../../services/follow'
import { wordsFor } from '../../services/say'
import { enter, session } from '../../services/session'
import { textClass } from '../../services/text-size'
import { familyOf, type FamilyPage } from '../../view/family'
import { PAPERS } from '../../view/papers'
import type { Act, Words } from '../../view/words'

Page({
  data: {
    textClass: '',
    papers: PAPERS,
    family: null as FamilyPage | null,
    failed: null as Words | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },

  async onShow() {
    const known = session()
    if (known) this.setData({ family: familyOf(known, now()) })
    await this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const entered = await enter()
      this.setData({ family: familyOf(entered, now()), failed: null })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },

  onGo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset['url']) })
  },

  onCall() {
    callSite()
  },
})
