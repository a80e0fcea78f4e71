import { monthAfter, monthOf, type Month } from '../../../domain/month'
import { dateOf } from '../../../domain/time'
import { keepInAlbum } from '../../../services/album'
import { CallError, call } from '../../../services/call'
import { openWorkbook } from '../../../services/document'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { figuresPageOf, type FiguresPage } from '../../../view/figures-page'
import { monthStepsOf, type MonthSteps } from '../../../view/statement'
import { wordsOf, type Act, type Words } from '../../../view/words'
import { keptInAlbum } from '../../../view/words-leave'

/** A month to look at: how full the week was, and what came of it. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    page: null as FiguresPage | null,
    /** A month without figures keeps its steps. */
    empty: null as (MonthSteps & { readonly words: Words }) | null,
    site: '',
    picture: '',
    kept: '',
    making: false,
  },
  month: '',

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    const { site, now } = await entered().catch((error: unknown) => {
      this.setData({ failed: wordsFor(error) })
      return { site: undefined, now: undefined }
    })
    if (!site) return
    // The last month that is whole.
    this.month ||= monthAfter(monthOf(dateOf(now)), -1)
    this.setData({ failed: null, page: null, empty: null, picture: '', kept: '', site: site.name })
    try {
      const answer = await call('showFigures', { siteId: site.id, month: this.month })
      this.setData({ page: figuresPageOf(answer.report, answer.now) })
    } catch (error) {
      const isEmpty = error instanceof CallError && error.detail.code === 'no_figures'
      if (isEmpty)
        this.setData({
          empty: { ...monthStepsOf(this.month, now), words: wordsOf(error.detail) },
        })
      else this.setData({ failed: wordsFor(error) })
    }
  },
  onMonth({ detail }: WechatMiniprogram.CustomEvent<{ month: Month }>) {
    this.month = detail.month
    void this.load()
  },
  onDrawn({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ picture: detail.path })
  },
  async onKeep() {
    this.setData({ kept: keptInAlbum(await keepInAlbum(this.data.picture)) })
  },
  async onWorkbook() {
    if (this.data.making) return
    this.setData({ making: true })
    try {
      const { site } = await entered()
      await openWorkbook(await call('makeReport', { siteId: site.id, month: this.month }))
    } catch (error) {
      await say(error, { retry: () => this.onWorkbook() })
    } finally {
      this.setData({ making: false })
    }
  },
  onShareAppMessage() {
    const { picture, page, site } = this.data
    return {
      title: `${site} ${page?.month ?? ''}小结`,
      path: '/pages/home/home',
      ...(picture ? { imageUrl: picture } : {}),
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
