import type { Part } from '../../../domain/crew'
import type { SessionId } from '../../../domain/ids'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { askAndRecord } from '../../../services/subscribe'
import { textClass } from '../../../services/text-size'
import { volunteerHomeOf, type VolunteerHome } from '../../../view/volunteer-home'
import type { Act, Words } from '../../../view/words'

const FORM = '/packages/volunteers/volunteer-edit/volunteer-edit'

/** One of the point's people: what they do next, and what is open. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    loaded: false,
    home: null as VolunteerHome | null,
    busy: '',
    done: '',
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
      const home = volunteerHomeOf(await call('showVolunteer', { siteId: site.id }))
      this.setData({ failed: null, loaded: true, home })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onTake({ currentTarget }: WechatMiniprogram.TouchEvent) {
    // WeChat shows its dialog only if asking is the first thing the tap does.
    const asking = askAndRecord(['notice']).catch(() => [])
    const { id, part, title } = currentTarget.dataset as {
      id: SessionId
      part: Part
      title: string
    }
    await this.change(id, `《${title}》报上名了`, async (siteId) => {
      await asking
      await call('signUp', { siteId, sessionId: id, part })
    })
  },
  async onOffer({ currentTarget }: WechatMiniprogram.TouchEvent) {
    // That somebody has taken the spot is worth a message.
    const asking = askAndRecord(['notice']).catch(() => [])
    const { id, offered } = currentTarget.dataset as { id: SessionId; offered: boolean }
    const done = offered ? '还是您来，谢谢' : '大家都能看到了，有人接之前还是您的'
    await this.change(id, done, async (siteId) => {
      await asking
      await call('offerSpot', { siteId, sessionId: id, offered: !offered })
    })
  },
  async change(
    id: string,
    done: string,
    act: (siteId: Awaited<ReturnType<typeof entered>>['site']['id']) => Promise<unknown>,
  ) {
    if (this.data.busy) return
    this.setData({ busy: id, done: '' })
    try {
      await act((await entered()).site.id)
      await this.load()
      this.setData({ busy: '', done })
    } catch (error) {
      this.setData({ busy: '' })
      await say(error, { retry: () => this.load() })
    }
  },
  onApply() {
    void wx.navigateTo({ url: FORM })
  },
  onService() {
    void wx.navigateTo({ url: '/packages/volunteers/service-show/service-show' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
