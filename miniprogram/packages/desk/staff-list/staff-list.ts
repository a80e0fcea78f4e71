import type { StaffRole } from '../../../domain/role'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { enter, entered } from '../../../services/session'
import { draftAt, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import {
  staffRowsOf,
  toggledRole,
  type RoleEdit,
  type StaffFacts,
  type StaffRow,
} from '../../../view/staff-list'
import type { Act, Words } from '../../../view/words'

/** Who works here and as what; the operator changes roles and ends them. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    rows: null as readonly StaffRow[] | null,
    conflict: null as Conflict | null,
    saving: false,
  },
  staff: [] as readonly StaffFacts[],
  edit: undefined as RoleEdit | undefined,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
  },
  onShow() {
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { staff, edition } = await call('listStaff', { siteId: site.id })
      this.staff = staff
      this.draft = draftAt(edition)
      this.setData({ failed: null, conflict: null })
      this.show(undefined)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show(edit: RoleEdit | undefined) {
    this.edit = edit
    this.setData({ rows: staffRowsOf(this.staff, edit) })
  },
  onEdit({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const key = String(currentTarget.dataset['key'])
    const person = this.staff.find((each) => each.key === key)
    if (person && this.edit?.key !== key) this.show({ key, roles: person.roles })
    else this.show(undefined)
  },
  onRole({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    if (this.edit) this.show(toggledRole(this.edit, detail.value as StaffRole))
  },
  async onSave() {
    const { edit } = this
    if (!edit || this.data.saving) return
    const person = this.staff.find(({ key }) => key === edit.key)
    if (edit.roles.length === 0) {
      const { confirm } = await wx.showModal({
        title: `${person?.name ?? ''}不再任职？`,
        content: '之后就看不到工作的页面了。自己家的信息不受影响。',
        cancelText: '先不改',
        confirmText: '确定',
        confirmColor: '#C93F22',
      })
      if (!confirm) return
    }
    await this.save(edit)
  },
  async save({ key, roles }: RoleEdit) {
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      await call('saveRoles', { siteId: site.id, ...this.draft, key, roles: [...roles] })
      await this.load()
      void enter().catch(() => undefined)
    } catch (error) {
      const detail = error instanceof CallError ? error.detail : undefined
      if (detail?.code === 'setting_changed')
        this.setData({ conflict: { words: wordsFor(error), edition: detail.edition } })
      else await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ saving: false })
    }
  },
  /** One's own, over what somebody else has just saved. */
  async onMine() {
    const { conflict } = this.data
    if (!conflict || !this.edit) return
    this.draft = draftAt(conflict.edition)
    this.setData({ conflict: null })
    await this.save(this.edit)
  },
  onFresh() {
    void this.load()
  },
  onInvite() {
    void wx.navigateTo({ url: '/packages/staff/staff-invite/staff-invite' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
