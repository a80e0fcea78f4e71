import { CallError, call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { dropKeptBookings } from '../../services/kept-booking'
import { say, wordsFor } from '../../services/say'
import { enter, entered } from '../../services/session'
import { textClass } from '../../services/text-size'
import { farewellPageOf } from '../../view/farewell-page'
import { storedItems } from '../../view/kept-words'
import { noticesOf, type Notice } from '../../view/notices'
import { eraseWords, erasedWords, sectionsOf, textOf, type Section } from '../../view/privacy'
import type { Act, Words } from '../../view/words'

/** The first reply was lost and its retry found nobody: erased all the same. */
function goneAlready(error: unknown): undefined {
  if (error instanceof CallError && error.detail.code === 'not_found') return undefined
  throw error
}

Page({
  data: {
    textClass: '',
    ready: false,
    registered: false,
    stored: storedItems(),
    /** What will go by itself; empty when nothing does. */
    farewell: '',
    notices: [] as readonly Notice[],
    /** The notice that is unfolded. */
    open: '',
    /** Everything stored, once asked for. */
    sections: [] as readonly Section[],
    busy: '',
    /** What was erased. */
    erased: '',
    failed: null as Words | null,
  },

  async onLoad() {
    this.setData({ textClass: textClass() })
    await this.load()
  },

  async load() {
    try {
      const { household, site } = await entered()
      const notices = noticesOf(site)
      const farewell = household ? (farewellPageOf(household)?.title ?? '') : ''
      const registered = household !== undefined
      this.setData({ ready: true, failed: null, registered, notices, farewell })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },

  onFold({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const name = String(currentTarget.dataset['name'])
    this.setData({ open: this.data.open === name ? '' : name })
  },

  async onExport() {
    if (this.data.busy) return
    this.setData({ busy: 'export' })
    try {
      this.setData({ sections: sectionsOf(await call('exportMyData', {})), busy: '' })
      void wx.pageScrollTo({ scrollTop: 0 })
    } catch (error) {
      this.setData({ busy: '' })
      await say(error, { retry: () => this.onExport() })
    }
  },

  onClose() {
    this.setData({ sections: [] })
  },

  async onCopy() {
    const { site } = await entered()
    const data = textOf(this.data.sections, site.name, now())
    // WeChat shows its own word of success; a refused clipboard leaves the text on the page.
    wx.setClipboardData({ data, fail: () => {} })
  },

  async onErase() {
    if (this.data.busy) return
    const { household, next } = await entered()
    const { confirm } = await wx.showModal({
      title: '删除全部信息？',
      content: eraseWords(household?.children ?? [], next.length),
      cancelText: '先不删',
      confirmText: '删除',
      confirmColor: '#C93F22',
    })
    if (confirm) await this.erase()
  },

  async erase() {
    this.setData({ busy: 'erase' })
    try {
      const done = await call('eraseMe', {}).catch(goneAlready)
      dropKeptBookings()
      this.setData({ erased: erasedWords(done), sections: [], busy: '' })
      await enter()
    } catch (error) {
      this.setData({ busy: '' })
      await say(error, { retry: () => this.erase() })
    }
  },

  onFarewell() {
    void wx.navigateTo({ url: '/packages/family/farewell-show/farewell-show' })
  },

  onHome() {
    follow('home')
  },
})
