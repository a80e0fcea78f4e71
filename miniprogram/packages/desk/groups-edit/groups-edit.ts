import type { GroupsSetting } from '../../../domain/setting'
import { settingProblems } from '../../../domain/setting-problems'
import type { Group } from '../../../domain/site'
import { newAttempt } from '../../../services/attempt'
import { showFirstError } from '../../../services/first-error'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { SettingsView } from '../../../services/settings'
import { NO_ERRORS, hasErrors, type FormErrors } from '../../../view/form-errors'
import {
  groupsFormOf,
  steppedGroup,
  steppedPlaces,
  withNewGroup,
  type GroupField,
  type GroupsForm,
} from '../../../view/groups-form'
import { excessNote } from '../../../view/settings-page'
import { settingErrorsOf } from '../../../view/setting-errors'

type Step = WechatMiniprogram.CustomEvent<{ by: number }>

/** How many children the room and each group take, of which ages, and how many a carer looks after. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '520rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '520rpx', borderRadius: '24rpx' }],
    ],
    form: null as GroupsForm | null,
    dirty: false,
    /** What saving did; empty before. */
    saved: '',
  },
  what: 'groups' as const,
  value: undefined as GroupsSetting | undefined,

  fill({ settings }: SettingsView) {
    this.value = settings.groups
    this.setData({ dirty: false })
    this.show(NO_ERRORS)
  },
  show(errors: FormErrors) {
    if (this.value) this.setData({ form: groupsFormOf(this.value, errors) })
  },
  become(value: GroupsSetting) {
    this.value = value
    this.setData({ dirty: true, saved: '' })
    this.show(NO_ERRORS)
  },
  change(id: string, to: (group: Group) => Group) {
    if (!this.value) return
    const groups = this.value.groups.map((each) => (each.id === id ? to(each) : each))
    this.become({ ...this.value, groups })
  },
  onPlaces({ detail }: Step) {
    if (this.value)
      this.become({ ...this.value, places: steppedPlaces(this.value.places, detail.by) })
  },
  onStep({ currentTarget, detail }: Step) {
    const { id, field } = currentTarget.dataset as { id: string; field: GroupField }
    this.change(id, (group) => steppedGroup(group, field, detail.by))
  },
  onName({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.change(String(currentTarget.dataset['id']), (group) => ({ ...group, name: detail.value }))
  },
  onAdd() {
    if (this.value) this.become(withNewGroup(this.value, newAttempt()))
  },
  onRemove({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const id = String(currentTarget.dataset['id'])
    if (!this.value) return
    const groups = this.value.groups.filter((each) => each.id !== id)
    this.become({ ...this.value, groups })
  },
  async save() {
    const { value } = this
    if (!value) return
    const errors = settingErrorsOf(settingProblems({ what: 'groups', value }))
    this.show(errors)
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    const saved = await this.store({ what: 'groups', value })
    if (!saved) return
    if (saved.ok) this.setData({ saved: excessNote(saved.excess) })
    if ('errors' in saved) this.show(saved.errors)
    void wx.pageScrollTo({ scrollTop: 0 })
  },
})
