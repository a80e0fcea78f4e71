import type { SiteId } from '../../../domain/ids'
import type { HealthRules } from '../../../domain/illness'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { recordCheck } from '../../../services/care'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { ring } from '../../../services/ring'
import { lastRoom, loadRoom } from '../../../services/room'
import { roomChild } from '../../../services/room-child'
import { say, wordsFor } from '../../../services/say'
import { signal } from '../../../services/signal'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../../view/form-errors'
import {
  ALL_WELL,
  CHECK_WORDS,
  EMPTY_CHECK,
  checkDoneOf,
  checkErrorsOf,
  checkViewOf,
  type CheckDone,
  type CheckForm,
  type CheckView,
} from '../../../view/morning-check'
import type { RoomChild } from '../../../view/room-now'
import type { Act, Words } from '../../../view/words'

type Tap = WechatMiniprogram.CustomEvent<{ value: string }>

/** The morning check of one child, `?id=` its booking: temperature, a look, done. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '40%', height: '72rpx' }],
      [{ width: '100%', height: '360rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    name: '',
    allergies: '',
    view: null as CheckView | null,
    medicine: '',
    authorised: false,
    errors: NO_ERRORS,
    saving: false,
    done: null as CheckDone | null,
    /** Who else was in the room is the lead's to tell. */
    mayTell: false,
  },
  id: '',
  attempt: '',
  siteId: '' as SiteId,
  child: undefined as RoomChild | undefined,
  rules: undefined as HealthRules | undefined,
  form: EMPTY_CHECK,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      this.child = await roomChild(this.id)
      const { rules, siteId, mayTell } = lastRoom() ?? (await loadRoom())
      this.siteId = siteId
      this.rules = rules ?? (await call('showHealthRules', { siteId })).rules
      const { name, allergies } = this.child
      this.setData({ failed: null, name, allergies, mayTell })
      this.become({})
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  become(changes: Partial<CheckForm>) {
    this.form = { ...this.form, ...changes }
    let { errors } = this.data
    for (const field of Object.keys(changes)) errors = withoutError(errors, field)
    const { medicine, authorised } = this.form
    if (this.rules)
      this.setData({ view: checkViewOf(this.form, this.rules), medicine, authorised, errors })
  },
  onTemperature({ detail }: Tap) {
    this.become({ tenths: Number(detail.value) })
  },
  onStep({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const tenths = Math.min(430, Math.max(340, (this.form.tenths || 365) + detail.by))
    this.become({ tenths })
  },
  onAllWell() {
    this.become({ ...ALL_WELL, suspicion: '' })
  },
  onRow({ currentTarget, detail }: Tap) {
    const field = String(currentTarget.dataset['field'])
    const errors = withoutError(this.data.errors, 'skin')
    this.setData({ errors })
    this.become({ [field]: detail.value })
  },
  onSuspicion({ detail }: Tap) {
    this.become({ suspicion: detail.value })
  },
  onMedicine({ detail }: WechatMiniprogram.Input) {
    this.become({ medicine: detail.value })
  },
  onAuthorised() {
    this.setData({ errors: withoutError(this.data.errors, 'medicine') })
    this.become({ authorised: !this.form.authorised })
  },
  async onSave() {
    const { form, rules, child } = this
    if (!rules || !child || this.data.saving) return
    const errors = checkErrorsOf(form, rules)
    this.setData({ errors })
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const { tenths, skin, mood, belongings, medicine, authorised, suspicion } = form
      const looked = {
        siteId: this.siteId,
        bookingId: child.bookingId,
        attempt: this.attempt,
        tenths,
        skin: skin || 'clear',
        mood: mood || 'good',
        belongings: belongings || 'safe',
        ...(medicine.trim() ? { medicine: { what: medicine, authorised } } : {}),
        ...(suspicion ? { suspicion } : {}),
      } as const
      const answer = await recordCheck(child, looked, rules)
      const done = checkDoneOf(child.name, answer)
      signal(done.stays ? 'yes' : 'no')
      this.setData({ done, saving: false })
      if (answer.told) await loadRoom().catch(() => undefined)
    } catch (error) {
      const errors = error instanceof CallError ? errorsOf(error.detail, CHECK_WORDS) : NO_ERRORS
      this.setData({ errors, saving: false })
      if (hasErrors(errors)) showFirstError()
      else await say(error, { retry: () => this.onSave(), back: () => undefined })
    }
  },
  onCall() {
    void ring(this.child?.guardians ?? [])
  },
  onExposure() {
    void wx.redirectTo({
      url: `/packages/staff/exposure-notice/exposure-notice?id=${this.id}`,
    })
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
