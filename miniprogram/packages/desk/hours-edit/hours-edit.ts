import type { Site } from '../../../domain/site'
import type { Span } from '../../../domain/span'
import type { Weekday } from '../../../domain/time'
import { localTime } from '../../../domain/time'
import { CallError } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { draftAt, loadSettings, saveSetting, type Conflict } from '../../../services/settings'
import { textClass } from '../../../services/text-size'
import { hoursRowsOf, withHours, type HoursRow } from '../../../view/hours-page'
import type { Act, Words } from '../../../view/words'
import { namedBooking } from '../../../view/words-plan'

/** What stands in the way of the new hours. */
interface Blocked {
  readonly title: string
  readonly names: readonly string[]
}

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  rows: HoursRow[] | null
  dirty: boolean
  saving: boolean
  saved: boolean
  blocked: Blocked | null
  nap: Span | null
  napWrong: string
  conflict: Conflict | null
}
const FIRST: Data = {
  textClass: '',
  skeleton: [[{ width: '100%', height: '900rpx', borderRadius: '24rpx' }]],
  failed: null,
  rows: null,
  dirty: false,
  saving: false,
  saved: false,
  blocked: null,
  nap: null,
  napWrong: '',
  conflict: null,
}

const NONE: Site['hours'] = {}
/** What a site without a nap begins with. */
const USUAL_NAP: Span = { from: localTime('12:30'), to: localTime('14:30') }

/** Opening hours of the week. Hours that would exclude a booking are not saved, and the bookings named. */
Page({
  data: FIRST,
  hours: NONE,
  draft: draftAt(),

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { settings, editions } = await loadSettings()
      const { week, nap } = settings.hours
      this.draft = draftAt(editions.hours)
      this.hours = week
      this.setData({
        failed: null,
        dirty: false,
        blocked: null,
        conflict: null,
        napWrong: '',
        nap: nap ?? null,
        rows: hoursRowsOf(week),
      })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  change(weekday: Weekday, span: Span | undefined) {
    this.hours = withHours(this.hours, weekday, span)
    this.edited()
  },
  edited() {
    this.setData({
      dirty: true,
      saved: false,
      blocked: null,
      napWrong: '',
      rows: hoursRowsOf(this.hours),
    })
  },
  onNap() {
    this.setData({ nap: this.data.nap ? null : USUAL_NAP })
    this.edited()
  },
  onNapSpan({ detail }: WechatMiniprogram.CustomEvent<{ span: Span }>) {
    this.setData({ nap: detail.span })
    this.edited()
  },
  onOpen({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const row = this.data.rows?.find(({ weekday }) => weekday === currentTarget.dataset['weekday'])
    if (row) this.change(row.weekday, row.open ? undefined : row.span)
  },
  onSpan({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ span: Span }>) {
    this.change(currentTarget.dataset['weekday'] as Weekday, detail.span)
  },
  async onSave() {
    if (this.data.saving) return
    this.setData({ saving: true, blocked: null })
    const { nap } = this.data
    const value = { week: { ...this.hours }, ...(nap ? { nap } : {}) }
    try {
      const saved = await saveSetting(this.draft, { what: 'hours', value })
      this.setData({ saving: false })
      if (saved.ok) {
        await this.load()
        this.setData({ saved: true })
      } else if ('conflict' in saved) this.setData({ conflict: saved.conflict })
      else this.setData({ napWrong: saved.errors['nap'] ?? '' })
    } catch (error) {
      this.setData({ saving: false })
      const detail = error instanceof CallError ? error.detail : undefined
      if (detail?.code === 'hours_exclude_bookings')
        this.setData({
          blocked: { title: wordsFor(error).title, names: detail.bookings.map(namedBooking) },
        })
      else await say(error, { retry: () => this.onSave() })
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
