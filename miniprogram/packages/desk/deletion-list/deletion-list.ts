import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { deletionCardsOf, type DeletionCard } from '../../../view/deletion-list'
import type { Act, Words } from '../../../view/words'

/** What was deleted by itself or because a family asked: kinds and numbers, no names. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '180rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '180rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    cards: null as readonly DeletionCard[] | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { deletions } = await call('listDeletions', { siteId: site.id })
      this.setData({ failed: null, cards: deletionCardsOf(deletions) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
