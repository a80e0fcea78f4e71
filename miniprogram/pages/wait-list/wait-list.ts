import { acceptOffer } from '../../services/accept-offer'
import { ask } from '../../services/ask'
import { call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter, session } from '../../services/session'
import { textClass } from '../../services/text-size'
import { waitCardsOf, type WaitCard } from '../../view/wait-card'
import type { Act, Words } from '../../view/words'

interface Data {
  textClass: string
  lost: Words | null
  cards: WaitCard[] | null
  /** It has just been asked for. */
  fresh: boolean
  sending: string
}

interface Custom {
  load(): Promise<void>
  onAccept(event: WechatMiniprogram.CustomEvent<{ id: string }>): Promise<void>
  onLeave(event: WechatMiniprogram.TouchEvent): Promise<void>
  onBook(): void
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>): void
}

Page<Data, Custom>({
  data: { textClass: '', lost: null, cards: null, fresh: false, sending: '' },

  onLoad({ fresh }) {
    this.setData({ fresh: fresh === '1' })
  },

  onShow() {
    this.setData({ textClass: textClass() })
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load() {
    try {
      const { household, tariff, waits, now } = await enter()
      const { children = [], papersSeen = false, freeUsed = {} } = household ?? {}
      const cards = waitCardsOf(waits, { children, tariff, papersSeen, freeUsed, now })
      this.setData({ lost: null, cards })
    } catch (error) {
      if (!this.data.cards) this.setData({ lost: wordsFor(error) })
      else await wx.showToast({ title: wordsFor(error).title, icon: 'none' })
    }
  },

  async onAccept({ detail }) {
    const card = this.data.cards?.find(({ id }) => id === detail.id)
    const wait = session()?.waits.find(({ id }) => id === detail.id)
    if (!card?.offer || !wait || this.data.sending) return
    this.setData({ sending: detail.id })
    try {
      await acceptOffer(wait, card.offer.totalFen)
    } catch (error) {
      await this.load()
      await say(error, { retry: () => this.onAccept({ detail } as never) })
    } finally {
      this.setData({ sending: '' })
    }
  },

  async onLeave(event) {
    const card = this.data.cards?.find(({ id }) => id === event.currentTarget.dataset['id'])
    const { household, site } = session() ?? {}
    if (!card || !household || !site) return
    const text = card.offer ? '为您留着的位置会马上给下一家。' : '再排的话，要从最后面排起。'
    const sure = await ask({ title: '不等了？', text, yes: '不等了', no: '再等等' })
    if (!sure) return
    try {
      await call('stopWaiting', {
        householdId: household.id,
        siteId: site.id,
        date: card.date,
        ...(card.sessionId ? { sessionId: card.sessionId } : {}),
      })
      this.setData({ fresh: false })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.onLeave(event) })
    }
  },

  onBook() {
    void wx.switchTab({ url: '/pages/care-book/care-book' })
  },

  onNext({ detail }) {
    follow(detail.act, { retry: () => this.load() })
  },
})
