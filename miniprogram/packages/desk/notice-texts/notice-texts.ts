import type { NoticeName } from '../../../domain/household'
import type { NoticesSetting } from '../../../domain/setting'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import { noticeRowsOf, noticesChanged, type NoticeRow } from '../../../view/notice-texts'
import type { Act, Words } from '../../../view/words'

const NONE: NoticesSetting = { guardian: '', children: '' }

/** What the site adds to the notices. Another text is another version, and every family is asked again. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    rows: null as readonly NoticeRow[] | null,
    conflict: null as Conflict | null,
    dirty: false,
    saving: false,
    saved: false,
  },
  stored: NONE,
  texts: NONE,
  versions: NONE,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { settings, editions, notices } = await loadSettings()
      this.draft = draftAt(editions.notices)
      this.stored = settings.notices
      this.texts = settings.notices
      this.versions = notices
      this.setData({ failed: null, conflict: null })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
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
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, { what: 'notices', value: { ...this.texts } })
      if (saved.ok) {
        await this.load()
        this.setData({ saved: true })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
    } catch (error) {
      await say(error, { retry: () => this.save() })
    } finally {
      this.setData({ saving: false })
    }
  },
  /** One's own, over what somebody else has just saved. */
  async onMine() {
    const { conflict } = this.data
    if (!conflict) return
    this.draft = draftAt(conflict.edition)
    this.setData({ conflict: null })
    await this.save()
  },
  onFresh() {
    void this.load()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
