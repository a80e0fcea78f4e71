import type { GroupsSetting } from '../../../domain/setting'
import { settingProblems } from '../../../domain/setting-problems'
import type { Group } from '../../../domain/site'
import { newAttempt } from '../../../services/attempt'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
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
import type { Act, Words } from '../../../view/words'

type Step = WechatMiniprogram.CustomEvent<{ by: number }>

/** How many children the room and each group take, of which ages, and how many a carer looks after. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '160rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '520rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '520rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    form: null as GroupsForm | null,
    conflict: null as Conflict | null,
    dirty: false,
    saving: false,
    /** What saving did; empty before. */
    saved: '',
  },
  value: undefined as GroupsSetting | undefined,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { settings, editions } = await loadSettings()
      this.draft = draftAt(editions.groups)
      this.value = settings.groups
      this.setData({ failed: null, conflict: null, dirty: false })
      this.show(NO_ERRORS)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
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
  async onSave() {
    const { value } = this
    if (!value || this.data.saving) return
    const errors = settingErrorsOf(settingProblems({ what: 'groups', value }))
    this.show(errors)
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const saved = await saveSetting(this.draft, { what: 'groups', value })
      if (saved.ok) {
        await this.load()
        this.setData({ saved: excessNote(saved.excess) })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
      else this.show(saved.errors)
      void wx.pageScrollTo({ scrollTop: 0 })
    } catch (error) {
      await say(error, { retry: () => this.onSave() })
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
    await this.onSave()
  },
  onFresh() {
    void this.load()
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
