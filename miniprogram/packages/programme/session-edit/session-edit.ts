import type { SessionId } from '../../../domain/ids'
import { dateOf, type LocalDate, type LocalTime } from '../../../domain/time'
import { newAttempt } from '../../../services/attempt'
import { CallError, call } from '../../../services/call'
import { now } from '../../../services/clock'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, hasErrors, withoutError } from '../../../view/form-errors'
import type { NamedBook } from '../../../view/session-books'
import {
  SESSION_ENDS,
  SESSION_TIMES,
  everyOf,
  leaderAt,
  newSessionForm,
  sessionFactsOf,
  sessionFormOf,
  sessionFormViewOf,
  type LeaderChoice,
  type SessionForm,
  type SessionFormView,
} from '../../../view/session-form'
import { refusedErrorsOf, sessionErrorsOf } from '../../../view/session-form-errors'
import { dateWords } from '../../../view/when'
import { wordsOf, type Act, type Words } from '../../../view/words'

interface Data {
  textClass: string
  skeleton: object[][]
  failed: Words | null
  day: string
  isNew: boolean
  form: SessionForm | null
  view: SessionFormView | null
  times: readonly string[]
  ends: readonly string[]
  errors: Readonly<Record<string, string>>
  saving: boolean
}
const FIRST: Data = {
  textClass: '',
  skeleton: [[{ width: '100%', height: '960rpx', borderRadius: '24rpx' }]],
  failed: null,
  day: '',
  isNew: true,
  form: null,
  view: null,
  times: SESSION_TIMES,
  ends: SESSION_ENDS,
  errors: NO_ERRORS,
  saving: false,
}

/** Plans one session, or changes it; a clash of room, leader or nap stands beside the field that can end it. */
Page({
  data: FIRST,
  date: '' as LocalDate,
  sessionId: undefined as SessionId | undefined,
  attempt: '',
  rooms: [] as { id: string; name: string }[],
  leaders: [] as LeaderChoice[],
  /** As it was when the page opened. */
  before: undefined as SessionForm | undefined,

  onLoad({ date, id }: { date?: string; id?: string }) {
    this.date = (date ?? dateOf(now())) as LocalDate
    this.sessionId = id as SessionId | undefined
    this.attempt = newAttempt()
    const isNew = id === undefined
    this.setData({ textClass: textClass(), isNew, day: dateWords(this.date) })
    void this.open()
  },
  async open() {
    try {
      const { site } = await entered()
      const plan = await call('showWeekPlan', { siteId: site.id, monday: this.date })
      this.rooms = plan.rooms
      this.leaders = plan.leaders
      const before = plan.sessions.find(({ id }) => id === this.sessionId)
      if (this.sessionId && !before) {
        this.setData({ failed: wordsOf({ code: 'not_found' }) })
        return
      }
      this.setData({ failed: null })
      this.before = before ? sessionFormOf(before, plan.books) : newSessionForm(this)
      this.become({}, '')
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  become(change: Partial<SessionForm>, field: string) {
    const { before } = this
    if (!before) return
    const form = { ...(this.data.form ?? before), ...change }
    const errors = withoutError(this.data.errors, field)
    this.setData({ form, errors, view: sessionFormViewOf(form, before, this) })
  },
  onTitle({ detail }: WechatMiniprogram.Input) {
    this.become({ title: detail.value }, 'title')
  },
  onChoose({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = String(currentTarget.dataset['field'])
    if (field === 'who') this.become({ accompanied: detail.value === 'together' }, field)
    else this.become({ [field]: detail.value }, field)
  },
  onTime({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = String(currentTarget.dataset['field'])
    const times = field === 'to' ? SESSION_ENDS : SESSION_TIMES
    this.become({ [field]: times[Number(detail.value)] as LocalTime }, 'span')
  },
  onAge({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const months = this.data.view?.months[Number(detail.value)] ?? 0
    this.become({ [String(currentTarget.dataset['field'])]: months }, 'ages')
  },
  onLeader({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.become({ leader: leaderAt(Number(detail.value), this) }, 'leader')
  },
  onGuest({ detail }: WechatMiniprogram.Input) {
    this.become({ leader: { name: detail.value, role: 'guest' } }, 'leader')
  },
  onBooks({ detail }: WechatMiniprogram.CustomEvent<{ books: readonly NamedBook[] }>) {
    this.become({ books: detail.books }, 'bookIds')
  },
  onPlaces({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.become({ places: Math.max(1, (this.data.form?.places ?? 1) + detail.by) }, 'places')
  },
  onEvery() {
    this.become({ every: !this.data.form?.every }, 'every')
  },
  async onSave() {
    const { form, saving } = this.data
    if (!form || saving) return
    const errors = sessionErrorsOf(form)
    this.setData({ errors })
    if (hasErrors(errors)) {
      showFirstError()
      return
    }
    this.setData({ saving: true })
    try {
      const every = await this.askEvery(form)
      if (every === 'wait') return
      const { site } = await entered()
      await call('saveSession', {
        siteId: site.id,
        date: this.date,
        ...(this.sessionId ? { sessionId: this.sessionId } : {}),
        attempt: this.attempt,
        session: sessionFactsOf(form),
        ...(every === 'as_it_is' ? {} : { every }),
      })
      await wx.navigateBack()
    } catch (error) {
      await this.tell(error, form)
    } finally {
      this.setData({ saving: false })
    }
  },
  /** Who changes a session of the timetable says whether every week changes with it. */
  async askEvery(form: SessionForm): Promise<boolean | 'as_it_is' | 'wait'> {
    const every = everyOf(form, this.before ?? form)
    if (every !== 'ask') return every
    const { confirm, cancel } = await wx.showModal({
      title: '以后每周也这样改吗？',
      content: '这一场在固定课表里。已经排好的别的周不变。',
      confirmText: '每周都改',
      cancelText: '只改这场',
    })
    if (confirm) return true
    return cancel ? 'as_it_is' : 'wait'
  },
  async tell(error: unknown, form: SessionForm) {
    const { before = form } = this
    const errors =
      error instanceof CallError ? refusedErrorsOf(error.detail, form, before) : NO_ERRORS
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    else await say(error, { retry: () => this.onSave() })
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.open() })
  },
})
