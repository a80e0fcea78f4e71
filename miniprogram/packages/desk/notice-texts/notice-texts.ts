import type { NoticeName } from '../../../domain/household'
import type { NoticesSetting } from '../../../domain/setting'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { SettingsView } from '../../../services/settings'
import { noticeRowsOf, noticesChanged, type NoticeRow } from '../../../view/notice-texts'

const NONE: NoticesSetting = { guardian: '', children: '' }

/** What the site adds to the notices. Another text is another version, and every family is asked again. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    rows: null as readonly NoticeRow[] | null,
    dirty: false,
    saved: false,
  },
  what: 'notices' as const,
  stored: NONE,
  texts: NONE,
  versions: NONE,

  fill({ settings, notices }: SettingsView) {
    this.stored = settings.notices
    this.texts = settings.notices
    this.versions = notices
    this.show()
  },
  show() {
    const rows = noticeRowsOf(this.texts, this.versions)
    this.setData({ rows, dirty: noticesChanged(this.stored, this.texts) })
  },
  onText({ currentTarget, detail }: WechatMiniprogram.Input) {
    const name = currentTarget.dataset['name'] as NoticeName
    this.texts = { ...this.texts, [name]: detail.value }
    this.setData({ saved: false })
    this.show()
  },
  async onSave() {
    if (this.data.saving || this.data.rows?.some(({ over }) => over)) return
    const { confirm } = await wx.showModal({
      title: '请每个家庭再同意一次？',
      content: '说明改了就是新的一版：每个家庭下次打开时会先看到它，同意之前不能新约。',
      cancelText: '先不改',
      confirmText: '保存',
      confirmColor: '#0B6E78',
    })
    if (confirm) await this.save()
  },
  async save() {
    const saved = await this.store({ what: 'notices', value: { ...this.texts } })
    if (saved?.ok) this.setData({ saved: true })
  },
})
