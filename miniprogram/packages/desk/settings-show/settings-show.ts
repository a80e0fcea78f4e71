import { follow } from '../../../services/follow'
import { wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { loadSettings } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import { settingsRowsOf, type SettingsRow } from '../../../view/settings-page'
import type { Act, Words } from '../../../view/words'

/** The way to everything that the site decides for itself, each with how it stands now. */
Page({
  data: {
    textClass: '',
    skeleton: [[{ width: '100%', height: '900rpx', borderRadius: '24rpx' }]],
    failed: null as Words | null,
    rows: null as readonly SettingsRow[] | null,
  },

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { me } = await entered()
      const rows = settingsRowsOf(await loadSettings(), me.roles)
      this.setData({ failed: null, rows })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onGo({ currentTarget }: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: String(currentTarget.dataset['url']) })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
