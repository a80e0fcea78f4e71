import { newAttempt } from '../../../services/attempt'
import { call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import type { ListedChanges } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import { changeCardsOf, type ChangeCard } from '../../../view/change-words'
import type { Act, Words } from '../../../view/words'

/** Every change of the site's settings in words, the latest first; the last of each can be taken back. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '220rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '220rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '220rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    cards: null as readonly ChangeCard[] | null,
    more: false,
    busy: '',
  },
  listed: [] as ListedChanges,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { changes, more } = await call('listChanges', { siteId: site.id })
      this.listed = changes
      this.setData({ failed: null, more, cards: changeCardsOf(changes) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async onMore() {
    const before = this.listed[this.listed.length - 1]?.change.at
    if (before === undefined || this.data.busy) return
    this.setData({ busy: 'more' })
    try {
      const { site } = await entered()
      const { changes, more } = await call('listChanges', { siteId: site.id, before })
      this.listed = [...this.listed, ...changes]
      this.setData({ more, cards: changeCardsOf(this.listed) })
    } catch (error) {
      await say(error, { retry: () => this.onMore() })
    } finally {
      this.setData({ busy: '' })
    }
  },
  async onUndo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    const card = this.data.cards?.find((each) => each.id === id)
    if (!card || this.data.busy) return
    const { confirm } = await wx.showModal({
      title: `撤回“${card.title}”的修改？`,
      content: '会改回原来的样子，并记成一次新的修改。',
      cancelText: '先不撤',
      confirmText: '撤回',
      confirmColor: '#0B6E78',
    })
    if (confirm) await this.undo(id, newAttempt())
  },
  async undo(changeId: string, attempt: string) {
    this.setData({ busy: changeId })
    try {
      const { site } = await entered()
      await call('undoChange', { siteId: site.id, changeId, attempt })
      await this.load()
    } catch (error) {
      await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ busy: '' })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
