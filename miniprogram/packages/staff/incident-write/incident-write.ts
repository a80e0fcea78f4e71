import type { BookingId } from '../../../domain/ids'
import { timeOf } from '../../../domain/time'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { now } from '../../../services/clock'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { loadRoom } from '../../../services/room'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { noteChildrenOf } from '../../../view/day-note'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../../view/form-errors'
import { INCIDENT_WORDS, PLACES, incidentErrorsOf, type IncidentForm } from '../../../view/incident'
import type { RoomChild } from '../../../view/room-now'
import type { Act, Words } from '../../../view/words'

type Tap = WechatMiniprogram.CustomEvent<{ value: string }>
type Chip = { value: string; label: string; on: boolean }

const EMPTY: IncidentForm = { time: '', place: '', what: '', action: '', told: '' }

/** Something happened to a child: when, where, what, what was done, who was told. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '200rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '720rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    ready: false,
    kids: [] as Chip[],
    places: [] as Chip[],
    form: EMPTY,
    errors: NO_ERRORS,
    saving: false,
    done: false,
  },
  attempt: '',
  children: [] as readonly RoomChild[],
  chosen: [] as readonly BookingId[],

  onLoad() {
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.open()
  },
  async open() {
    try {
      const room = await loadRoom()
      this.children = noteChildrenOf(room.children)
      const form = { ...this.data.form, time: timeOf(now()) as string }
      this.setData({ failed: null, ready: true, form })
      this.show()
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show() {
    const { place } = this.data.form
    this.setData({
      kids: this.children.map(({ bookingId, name }) => ({
        value: bookingId,
        label: name,
        on: this.chosen.includes(bookingId),
      })),
      places: PLACES.map((each) => ({ value: each, label: each, on: each === place })),
    })
  },
  onKid({ detail }: Tap) {
    const id = detail.value as BookingId
    const without = this.chosen.filter((each) => each !== id)
    this.chosen = without.length < this.chosen.length ? without : [...this.chosen, id]
    this.setData({ errors: withoutError(this.data.errors, 'bookingIds') })
    this.show()
  },
  onPlace({ detail }: Tap) {
    this.become('place', detail.value)
  },
  onField({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.become(String(currentTarget.dataset['field']), detail.value)
  },
  become(field: string, value: string) {
    const form = { ...this.data.form, [field]: value }
    this.setData({ form, errors: withoutError(this.data.errors, field) })
    this.show()
  },
  async onSave() {
    const { form, saving } = this.data
    const errors = incidentErrorsOf(form, this.chosen.length, now())
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    if (saving || hasErrors(errors)) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const bookingIds = [...this.chosen]
      const input = { siteId: site.id, attempt: this.attempt, bookingIds, ...form }
      await call('recordIncident', input)
      this.setData({ saving: false, done: true })
    } catch (error) {
      const errors = error instanceof CallError ? errorsOf(error.detail, INCIDENT_WORDS) : NO_ERRORS
      this.setData({ errors, saving: false })
      if (hasErrors(errors)) showFirstError()
      else await say(error, { retry: () => this.onSave() })
    }
  },
  onBack() {
    follow('back')
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
