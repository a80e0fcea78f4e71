import { keepInAlbum } from '../../../services/album'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { serviceYearOf, type ServiceYear } from '../../../view/service-year'
import type { Act, Words } from '../../../view/words'
import { keptInAlbum } from '../../../view/words-leave'
import { dateOf } from '../../../domain/time'

/** A year's confirmed time, and its certificate as a picture. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    service: null as ServiceYear | null,
    next: false,
    picture: '',
    kept: '',
  },
  year: 0,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site, now } = await entered()
      const current = Number(dateOf(now).slice(0, 4))
      this.year ||= current
      const answer = await call('showService', { siteId: site.id, year: this.year })
      const service = serviceYearOf(answer, this.year)
      this.setData({ failed: null, service, next: this.year < current, picture: '', kept: '' })
    } catch (error) {
      this.setData({ failed: wordsFor(error), service: null })
    }
  },
  onYear({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.year += Number(currentTarget.dataset['by'])
    this.setData({ service: null })
    void this.load()
  },
  onDrawn({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ picture: detail.path })
  },
  async onKeep() {
    this.setData({ kept: keptInAlbum(await keepInAlbum(this.data.picture)) })
  },
  onShareAppMessage() {
    const { picture, service } = this.data
    return {
      title: `${service?.certificate.name ?? ''}的志愿服务证书`,
      path: '/pages/home/home',
      ...(picture ? { imageUrl: picture } : {}),
    }
  },
  onHome() {
    void wx.navigateBack()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
