import type { Language } from '../../domain/audience'
import { call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter, entered } from '../../services/session'
import { askAndRecord } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { messageCardsOf, type MessageCardView } from '../../view/message-cards'
import { allowedWords, languageChoicesOf, type LanguageChoice } from '../../view/notice-wish'
import type { Act, Words } from '../../view/words'

const CARD = [{ width: '100%', height: '240rpx', borderRadius: '24rpx' }]

Page({
  data: {
    textClass: '',
    skeleton: [CARD, CARD, CARD],
    failed: null as Words | null,
    cards: null as MessageCardView[] | null,
    /** This deployment has a template for notices, so WeChat can bring the next one. */
    canAsk: false,
    /** 约还能发 2 条到微信 */
    allowed: '',
    languages: [] as LanguageChoice[],
  },

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  async refresh() {
    try {
      const { site } = await entered()
      const { messages, now, allowed, language } = await call('listMessages', {})
      const canAsk = Boolean(site.templates['notice'])
      this.setData({
        failed: null,
        cards: messageCardsOf(messages, now),
        canAsk,
        allowed: allowedWords(allowed),
        languages: languageChoicesOf(language),
      })
      // The count of unread messages elsewhere in the app has just become zero.
      await enter()
    } catch (error) {
      if (!this.data.cards) this.setData({ failed: wordsFor(error) })
    }
  },
  async onAsk() {
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askAndRecord(['notice'])
    try {
      if ((await asking).length > 0) await this.refresh()
    } catch (error) {
      await say(error, { retry: () => this.onAsk() })
    }
  },
  async onLanguage(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const language = event.detail.value as Language
    const before = this.data.languages
    this.setData({ languages: languageChoicesOf(language) })
    try {
      await call('chooseLanguage', { language })
    } catch (error) {
      this.setData({ languages: before })
      await say(error, { retry: () => this.onLanguage(event) })
    }
  },
  onOpen(event: WechatMiniprogram.CustomEvent<{ page: string }>) {
    void wx.navigateTo({ url: `/${event.detail.page}` })
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.refresh() })
  },
})
