import type { BookingId } from '../../domain/ids'
import { dateOf } from '../../domain/time'
import { ask } from '../../services/ask'
import { newAttempt } from '../../services/attempt'
import { call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { askAndRecord } from '../../services/subscribe'
import { textClass } from '../../services/text-size'
import { PASS_NAMES, isPending, passCardOf, type PassCard } from '../../view/pass-cards'
import { dateWords, spanWords, todayWord } from '../../view/when'
import type { Act, Words } from '../../view/words'

/** The guardian is on the phone with the adult who has just opened the card. */
const LOOK_MS = 4000

interface GiveData {
  textClass: string
  failed: Words | null
  title: string
  when: string
  open: boolean
  cards: PassCard[] | null
  names: typeof PASS_NAMES
  name: string
  nameWrong: string
  sending: boolean
}
const FIRST: GiveData = {
  textClass: '',
  failed: null,
  title: '',
  when: '',
  open: false,
  cards: null,
  names: PASS_NAMES,
  name: '',
  nameWrong: '',
  sending: false,
}

/** Who else may fetch this child on this day. `?id=` is the booking. */
Page({
  data: FIRST,
  id: '' as BookingId,
  attempt: '',
  timer: 0,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id as BookingId
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
    this.timer = setInterval(() => {
      if (isPending(this.data.cards ?? [])) void this.load()
    }, LOOK_MS)
  },
  onHide() {
    clearInterval(this.timer)
  },
  onUnload() {
    clearInterval(this.timer)
  },
  async load() {
    try {
      const { childName, date, span, open, passes } = await call('listPasses', {
        bookingId: this.id,
      })
      const day = [todayWord(date, dateOf(now())), dateWords(date)].filter(Boolean).join(' · ')
      this.setData({
        failed: null,
        title: `请别人来接${childName}`,
        when: `${day} · ${spanWords(span)}`,
        open,
        cards: passes.map(passCardOf),
      })
    } catch (error) {
      if (!this.data.cards) this.setData({ failed: wordsFor(error) })
    }
  },
  onName(event: WechatMiniprogram.Input) {
    this.setData({ name: event.detail.value, nameWrong: '' })
  },
  onPick(event: WechatMiniprogram.TouchEvent) {
    this.setData({ name: event.currentTarget.dataset['name'] as string, nameWrong: '' })
  },
  async onGive() {
    const name = this.data.name.trim()
    if (this.data.sending) return
    if (name === '' || name.length > 10) {
      this.setData({ nameWrong: name === '' ? '请写上谁来接' : '最多 10 个字' })
      return
    }
    this.setData({ sending: true })
    try {
      // Who opens the card is to be confirmed soon: WeChat says so where the family allows it.
      await askAndRecord(['change']).catch(() => [])
      await call('givePass', { bookingId: this.id, name, attempt: this.attempt })
      this.attempt = newAttempt()
      this.setData({ name: '' })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.onGive(), back: () => undefined })
    } finally {
      this.setData({ sending: false })
    }
  },
  async onConfirm(event: WechatMiniprogram.TouchEvent) {
    const card = this.cardOf(event)
    if (!card) return
    const sure = await ask({
      title: `${card.name}手机上是 ${card.number} 吗？`,
      text: '打过电话、号码一样，再确认。确认之后，拿着那部手机的人就可以接走孩子。',
      yes: '号码一样',
      no: '还没问',
    })
    if (!sure) return
    await this.change(() => call('confirmPass', { passId: card.id, number: card.number }))
  },
  async onRevoke(event: WechatMiniprogram.TouchEvent) {
    const card = this.cardOf(event)
    if (!card) return
    const sure = await ask({
      title: `收回给${card.name}的接送码？`,
      text: '收回之后不能再用它接孩子。以后可以另发一张。',
      yes: '收回',
      no: '再想想',
    })
    if (sure) await this.change(() => call('revokePass', { passId: card.id }))
  },
  async change(act: () => Promise<unknown>) {
    try {
      await act()
    } catch (error) {
      await say(error, { retry: () => this.change(act), call_guardian: () => undefined })
    }
    await this.load()
  },
  cardOf(event: WechatMiniprogram.TouchEvent) {
    const { id } = event.currentTarget.dataset as { id: string }
    return this.data.cards?.find((card) => card.id === id)
  },
  /** The card names no child: it may end up anywhere. */
  onShareAppMessage({ from, target }: WechatMiniprogram.Page.IShareAppMessageOption) {
    // TDesign hands its button's data on under this name.
    const card = target?.dataset['custom'] as PassCard | undefined
    return from === 'button' && card
      ? { title: `请${card.name}帮忙接一下孩子`, path: `/pages/pass-show/pass-show?id=${card.id}` }
      : { title: '渔你成长小屋', path: '/pages/home/home' }
  },
  onNext(event: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(event.detail.act, { retry: () => this.load() })
  },
})
