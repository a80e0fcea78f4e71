import type { Audience } from '../../../domain/audience'
import { dateOf, instantOf, later, localTime, timeOf, HOUR } from '../../../domain/time'
import type { Instant, LocalDate, LocalTime } from '../../../domain/time'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { now } from '../../../services/clock'
import { follow } from '../../../services/follow'
import { reachOfAudience } from '../../../services/notice-reach'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import {
  audienceFormOf,
  withChoice,
  type AudienceForm,
  type GroupChoice,
} from '../../../view/notice-audience'
import {
  momentChoicesOf,
  noticeDraftOf,
  wrongOf,
  type NoticeDraft,
} from '../../../view/notice-draft'
import { noticeErrorsOf } from '../../../view/notice-errors'
import { reachViewOf, type Reach, type ReachView } from '../../../view/notice-reach'
import { clock, momentWords } from '../../../view/when'
import type { Act, Words } from '../../../view/words'

/** A draft is kept so long after the last letter. */
const SAVE_AFTER = 1200
const MORNING = localTime('08:00')

const EVERYBODY: Audience = {}

type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>
type Wheels = WechatMiniprogram.CustomEvent<{ value: number[] }>

/** The community writes one notice: for whom, when, how it will look, whom it reaches and whom to ring. */
Page({
  data: {
    textClass: '',
    skeleton: [
      [{ width: '100%', height: '420rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '240rpx', borderRadius: '24rpx' }],
      [{ width: '100%', height: '310rpx', borderRadius: '24rpx' }],
    ],
    failed: null as Words | null,
    siteName: '',
    title: '',
    text: '',
    form: null as AudienceForm | null,
    choosing: false,
    planned: false,
    moments: momentChoicesOf(false),
    date: '',
    time: '',
    earliest: '',
    draft: null as NoticeDraft | null,
    reach: null as ReachView | null,
    wrong: NO_ERRORS,
    /** 草稿存好了 14:02, or why not. */
    saved: '',
    listOpen: false,
    sending: false,
  },
  noticeId: '',
  copyOf: '',
  audience: EVERYBODY,
  groups: [] as readonly GroupChoice[],
  reached: undefined as Reach | undefined,
  asked: 0,
  saving: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad({ id, copy }) {
    this.noticeId = id ?? newAttempt()
    this.copyOf = copy ?? ''
    this.setData({ textClass: textClass() })
    void this.open()
  },
  onUnload() {
    void this.keep()
  },
  onHide() {
    void this.keep()
  },
  async open() {
    try {
      const { site } = await entered()
      const { drafts, notices, groups } = await call('listNotices', { siteId: site.id })
      const written = [...drafts, ...notices].find(
        ({ id }) => id === (this.copyOf || this.noticeId),
      )
      this.groups = groups
      this.audience = written?.audience ?? {}
      const earliest = dateOf(now())
      this.setData({
        failed: null,
        siteName: site.name,
        title: written?.title ?? '',
        text: written?.text ?? '',
        earliest,
      })
      this.show()
      await this.measure()
    } catch (error) {
      if (!this.data.draft) this.setData({ failed: wordsFor(error) })
      else await say(error, { retry: () => this.measure() })
    }
  },
  moment(): Instant | undefined {
    const { planned, date, time } = this.data
    return planned && date && time ? instantOf(date as LocalDate, time as LocalTime) : undefined
  },
  facts() {
    return { households: this.reached?.households, at: this.moment() }
  },
  show() {
    const { title, text } = this.data
    const form = audienceFormOf(this.audience, this.groups, dateOf(now()))
    this.setData({ draft: noticeDraftOf({ title, text }, this.facts(), now()), form })
  },
  /** Whom it reaches; an answer that comes after the next question is dropped. */
  async measure() {
    const asked = ++this.asked
    this.reached = undefined
    this.setData({ reach: null })
    const { site } = await entered()
    await reachOfAudience(site.id, this.audience, (reach, isWhole) => {
      if (asked !== this.asked) return false
      if (isWhole) this.reached = reach
      this.setData({ reach: reachViewOf(reach, now()) })
      this.show()
      return true
    })
  },
  changed(field: string) {
    this.setData({ wrong: withoutError(this.data.wrong, field) })
    this.show()
    if (this.saving !== undefined) clearTimeout(this.saving)
    this.saving = setTimeout(() => void this.keep(), SAVE_AFTER)
  },
  /** Keeps the draft; a page without a word of it keeps nothing. */
  async keep() {
    if (this.saving === undefined) return
    if (this.saving !== undefined) clearTimeout(this.saving)
    this.saving = undefined
    const { title, text, sending } = this.data
    if (sending || (title.trim() === '' && text.trim() === '')) return
    try {
      const { site } = await entered()
      const { noticeId, audience } = this
      await call('saveDraft', { siteId: site.id, noticeId, title, text, audience })
      this.setData({ saved: `草稿存好了 ${clock(timeOf(now()))}` })
    } catch {
      this.setData({ saved: '草稿还没存上，有网络时会再存' })
    }
  },
  onTitle({ detail }: WechatMiniprogram.Input) {
    this.setData({ title: detail.value })
    this.changed('title')
  },
  onText({ detail }: WechatMiniprogram.TextareaInput) {
    // A notice is one line of WeChat's message.
    this.setData({ text: detail.value.replace(/\n/g, '') })
    this.changed('text')
  },
  onChoosing() {
    this.setData({ choosing: !this.data.choosing })
  },
  choose(field: Parameters<typeof withChoice>[1], value: string) {
    this.become(withChoice(this.audience, field, value, dateOf(now())))
  },
  become(audience: Audience) {
    this.audience = audience
    this.changed('audience')
    this.setData({ wrong: withoutError(withoutError(this.data.wrong, 'ages'), 'booked') })
    this.measure().catch((error: unknown) => say(error, { retry: () => this.measure() }))
  },
  onAges({ detail }: Chosen) {
    this.choose('ages', detail.value)
  },
  onMonths({ detail }: Wheels) {
    const [fromMonths = 0, toMonths = 0] = detail.value
    this.become({ ...this.audience, ages: { fromMonths, toMonths } })
  },
  onGroup({ detail }: Chosen) {
    this.choose('groupId', detail.value)
  },
  onBooked({ detail }: Chosen) {
    this.choose('booked', detail.value)
  },
  onBookedDay({ detail, currentTarget }: Chosen) {
    const { booked } = this.audience
    const end = currentTarget.dataset['end'] as 'from' | 'to'
    if (booked) this.become({ ...this.audience, booked: { ...booked, [end]: detail.value } })
  },
  onLanguage({ detail }: Chosen) {
    this.choose('language', detail.value)
  },
  onPlanned({ detail }: Chosen) {
    const planned = detail.value === 'later'
    const soon = later(now(), HOUR)
    const time = timeOf(soon) < MORNING ? MORNING : `${timeOf(soon).slice(0, 2)}:00`
    const first = this.data.date ? {} : { date: dateOf(soon), time }
    this.setData({ planned, moments: momentChoicesOf(planned), ...first })
    this.changed('at')
  },
  onDate({ detail }: Chosen) {
    this.setData({ date: detail.value })
    this.changed('at')
  },
  onTime({ detail }: Chosen) {
    this.setData({ time: detail.value })
    this.changed('at')
  },
  onList() {
    this.setData({ listOpen: true })
  },
  onListClose() {
    this.setData({ listOpen: false })
  },
  onListChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    this.setData({ listOpen: detail.visible })
  },
  async onSend() {
    const { title, text, reach, sending } = this.data
    if (sending || !reach) return
    const wrong = wrongOf({ title, text }, this.facts(), now())
    this.setData({ wrong })
    if (hasErrors(wrong)) return
    const at = this.moment()
    const when = at === undefined ? '发出' : `定在 ${momentWords(at)} 发出`
    const { confirm } = await wx.showModal({
      title: `发给 ${reach.households} 家？`,
      content: `“${title.trim()}”${when}：每一家的小程序里都有，微信提醒约 ${reach.byMessage} 家。`,
      confirmText: at === undefined ? '发出' : '定好',
      cancelText: '再看看',
      confirmColor: '#0B6E78',
    })
    if (confirm) await this.send(at)
  },
  async send(at: Instant | undefined) {
    const { title, text } = this.data
    if (this.saving !== undefined) clearTimeout(this.saving)
    this.saving = undefined
    this.setData({ sending: true })
    try {
      const { site } = await entered()
      const { noticeId, audience } = this
      const { notice } = await call('sendNotice', {
        siteId: site.id,
        noticeId,
        title,
        text,
        audience,
        ...(at === undefined ? {} : { at }),
      })
      await wx.redirectTo({ url: `/packages/desk/notice-show/notice-show?id=${notice.id}&fresh=1` })
    } catch (error) {
      const wrong = error instanceof CallError ? noticeErrorsOf(error.detail) : {}
      this.setData({ wrong })
      if (!hasErrors(wrong)) await say(error, { retry: () => this.send(at) })
    } finally {
      this.setData({ sending: false })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
