import { dateOf } from '../../../domain/time'
import { CallError, call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { loadRoom } from '../../../services/room'
import { roomChild } from '../../../services/room-child'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  HEALTH_FORM_WORDS,
  bringOf,
  healthErrorsOf,
  healthLinesOf,
  healthRangeOf,
  type HealthForm,
  type HealthLine,
} from '../../../view/child-health'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../../view/form-errors'
import type { RoomChild } from '../../../view/room-now'
import type { Act, Words } from '../../../view/words'

const EMPTY: HealthForm = { checkUpOn: '', nextVaccinationOn: '', returnOn: '' }

/** A carer has a child's paper in her hand and writes down its dates; `?id=` is a booking of today, `?child=` one who stays at home. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '40%', height: '72rpx' }],
      [{ width: '100%', height: '260rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '560rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    name: '',
    lines: [] as readonly HealthLine[],
    bring: [] as readonly string[],
    excluded: false,
    range: null as ReturnType<typeof healthRangeOf> | null,
    form: EMPTY,
    errors: NO_ERRORS,
    ready: false,
    saving: false,
    saved: false,
  },
  id: '',
  childId: '',
  child: undefined as Pick<RoomChild, 'childId' | 'name' | 'health'> | undefined,

  onLoad({ id = '', child = '' }: Record<string, string | undefined>) {
    this.id = id
    this.childId = child
    this.setData({ textClass: textClass(), range: healthRangeOf(dateOf(now())) })
    void this.open()
  },
  async open() {
    try {
      this.child = await this.find()
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  async find() {
    if (!this.childId) return roomChild(this.id)
    const { site } = await entered()
    const { children } = await call('listExcluded', { siteId: site.id })
    const found = children.find(({ childId }) => childId === this.childId)
    if (!found) throw new CallError({ code: 'not_found' }, '')
    return found
  },
  show() {
    const { child } = this
    if (!child) return
    this.setData({
      failed: null,
      name: child.name,
      lines: healthLinesOf(child.health),
      bring: bringOf(child.health, dateOf(now())),
      excluded: child.health?.excludedUntil !== undefined,
    })
  },
  onDate({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
    const field = String(currentTarget.dataset['field'])
    const form = { ...this.data.form, [field]: String(detail.value) }
    this.setData({ form, errors: withoutError(this.data.errors, field), ready: true, saved: false })
  },
  onWell() {
    const form = { ...this.data.form, returnOn: dateOf(now()) as string }
    this.setData({ form, errors: withoutError(this.data.errors, 'returnOn'), ready: true })
  },
  async onSave() {
    const { form, saving } = this.data
    const { child } = this
    const errors = healthErrorsOf(form, dateOf(now()))
    this.setData({ errors })
    if (!child || saving || hasErrors(errors)) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const seen = Object.fromEntries(Object.entries(form).filter(([, date]) => date !== ''))
      const input = { siteId: site.id, childId: child.childId, ...seen }
      const { health } = await call('recordHealth', input)
      this.child = { ...child, health }
      this.setData({ form: EMPTY, saving: false, ready: false, saved: true })
      this.show()
      await loadRoom().catch(() => undefined)
    } catch (error) {
      const { detail } = error instanceof CallError ? error : {}
      const errors = detail ? errorsOf(detail, HEALTH_FORM_WORDS) : NO_ERRORS
      this.setData({ errors, saving: false })
      if (!hasErrors(errors)) await say(error, { retry: () => this.onSave() })
    }
  },
  onBack() {
    if (getCurrentPages().length > 1) follow('back')
    else void wx.redirectTo({ url: '/packages/staff/room-now/room-now' })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
