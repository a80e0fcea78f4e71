import type { Site } from '../../../domain/site'
import type { Span } from '../../../domain/span'
import type { Weekday } from '../../../domain/time'
import { localTime } from '../../../domain/time'
import { SETTING_DATA, settingPage } from '../../../services/setting-page'
import type { Blocked, SettingsView } from '../../../services/settings'
import { hoursRowsOf, withHours, type HoursRow } from '../../../view/hours-page'

const NONE: Site['hours'] = {}
/** What a site without a nap begins with. */
const USUAL_NAP: Span = { from: localTime('12:30'), to: localTime('14:30') }

/** Opening hours of the week. Hours that would exclude a booking are not saved, and the bookings named. */
Page({
  ...settingPage,
  data: {
    ...SETTING_DATA,
    skeleton: [[{ width: '100%', height: '900rpx', borderRadius: '24rpx' }]],
    rows: null as HoursRow[] | null,
    dirty: false,
    saved: false,
    /** What stands in the way of the new hours. */
    blocked: null as Blocked | null,
    nap: null as Span | null,
    napWrong: '',
  },
  what: 'hours' as const,
  hours: NONE,

  fill({ settings }: SettingsView) {
    const { week, nap } = settings.hours
    this.hours = week
    this.setData({
      dirty: false,
      blocked: null,
      napWrong: '',
      nap: nap ?? null,
      rows: hoursRowsOf(week),
    })
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
  async save() {
    this.setData({ blocked: null })
    const { nap } = this.data
    const value = { week: { ...this.hours }, ...(nap ? { nap } : {}) }
    const saved = await this.store({ what: 'hours', value })
    if (!saved) return
    if (saved.ok) this.setData({ saved: true })
    else if ('blocked' in saved) this.setData({ blocked: saved.blocked })
    else if ('errors' in saved) this.setData({ napWrong: saved.errors['nap'] ?? '' })
  },
})
