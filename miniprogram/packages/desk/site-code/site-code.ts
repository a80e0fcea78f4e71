import { brighten, dim } from '../../../services/brightness'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import type { Act, Words } from '../../../view/words'

/** The code for the room's wall, to print or to show: carers sign in and out by it. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '720rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    name: '',
    text: '',
  },

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.open()
  },
  onUnload() {
    void dim()
  },
  async open() {
    try {
      const { site } = await entered()
      const { text } = await call('showSiteCode', { siteId: site.id })
      this.setData({ failed: null, name: site.name, text })
      void brighten()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
