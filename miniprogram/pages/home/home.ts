import { acceptOffer } from '../../services/accept-offer'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { isDoorPhone } from '../../services/kept-days'
import { say, wordsFor } from '../../services/say'
import { arrive, session } from '../../services/session'
import { textClass } from '../../services/text-size'
import { homeOf, type HomePage } from '../../view/home'
import { momentWords } from '../../view/when'
import type { Act, Words } from '../../view/words'

/** A new notice is shown by itself once a launch; after that its card leads there. */
let asked = false

Page({
  data: {
    textClass: '',
    /** Pixels to keep free for the phone's own status bar. */
    top: 0,
    home: null as HomePage | null,
    failed: null as Words | null,
    /** What is shown is older than now, and since when. */
    stale: '',
    /** No answer, and this phone works at the door: it gets there all the same. */
    door: false,
    /** An offer is being booked. */
    accepting: false,
  },

  onLoad() {
    this.setData({ textClass: textClass(), top: wx.getWindowInfo().statusBarHeight })
  },

  async onShow() {
    await this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const entered = await arrive()
      this.setData({ home: homeOf(entered, now()), failed: null, stale: '' })
      this.askConsent(entered.me.consentsDue.length > 0)
    } catch (error) {
      const words = wordsFor(error)
      const old = session()
      if (old) this.setData({ stale: `${words.title}，这是 ${momentWords(old.now)} 的情况` })
      else this.setData({ failed: words, door: isDoorPhone() })
    }
  },

  askConsent(isDue: boolean) {
    if (!isDue || asked) return
    asked = true
    void wx.navigateTo({ url: '/pages/guardian-register/guardian-register' })
  },

  async onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },

  async onAccept(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const card = this.data.home?.offers.find(({ id }) => id === event.detail.id)
    const wait = session()?.waits.find(({ id }) => id === event.detail.id)
    if (!card?.offer || !wait || this.data.accepting) return
    this.setData({ accepting: true })
    try {
      await acceptOffer(wait, card.offer.totalFen)
    } catch (error) {
      await this.load()
      await say(error, { retry: () => this.onAccept(event) })
    } finally {
      this.setData({ accepting: false })
    }
  },

  onBook() {
    void wx.switchTab({ url: '/pages/care-book/care-book' })
  },

  onStories() {
    void wx.switchTab({ url: '/pages/stories-week/stories-week' })
  },

  onGo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset['url']) })
  },
})
