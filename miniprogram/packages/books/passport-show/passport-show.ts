import { keepInAlbum } from '../../../services/album'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { passportOf, passportWords, type Passport } from '../../../view/reading-page'
import type { Act, Words } from '../../../view/words'
import { keptInAlbum } from '../../../view/words-leave'

/** One child's passport as a picture, to keep in the album or to send to grandmother. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '868rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    passport: null as Passport | null,
    label: '',
    picture: '',
    kept: '',
  },
  childId: '',

  onLoad({ child }: { child?: string }) {
    this.childId = child ?? ''
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const { household, site } = await entered()
      const child = household?.children.find(({ id }) => id === this.childId)
      const facts = await call('showReading', { childId: this.childId })
      const passport = passportOf(facts, child?.name ?? '', site.name)
      this.setData({ failed: null, passport, label: passportWords(passport) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onDrawn({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ picture: detail.path })
  },
  async onKeep() {
    const { picture } = this.data
    if (!picture) return
    this.setData({ kept: keptInAlbum(await keepInAlbum(picture)) })
  },
  /** The picture shows this child alone; the page that opens is the catalogue, which is everybody's. */
  onShareAppMessage() {
    const { label, picture } = this.data
    return {
      title: label,
      path: '/packages/books/book-list/book-list',
      ...(picture ? { imageUrl: picture } : {}),
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
