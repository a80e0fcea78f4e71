import type { Part } from '../../../domain/crew'
import type { VolunteerId } from '../../../domain/ids'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  crewListOf,
  crewSheetOf,
  stepMinutes,
  type CrewListView,
  type Crews,
  type CrewSheet,
  type HoursRow,
} from '../../../view/crew-list'
import { hoursWord } from '../../../view/when'
import { wordsOf, type Act, type Words } from '../../../view/words'

type Change = Parameters<typeof call<'changeCrew'>>[1]['change']

interface HoursDraft extends HoursRow {
  readonly words: string
  readonly why: string
}

/** The desk: who leads and helps, and whose time is to be confirmed. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    view: null as CrewListView | null,
    tab: 'ahead',
    sheet: null as CrewSheet | null,
    hours: null as HoursDraft | null,
    /** Why the last choice was refused, beside it. */
    refused: '',
    busy: false,
  },
  crews: undefined as Crews | undefined,

  onLoad({ tab = 'ahead' }: { tab?: string }) {
    this.setData({ textClass: textClass(), tab })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      this.crews = await call('listCrews', { siteId: site.id })
      const { sheet } = this.data
      this.setData({
        failed: null,
        view: crewListOf(this.crews),
        sheet: sheet ? crewSheetOf(this.crews, sheet.id) : null,
      })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onTab({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ tab: String(currentTarget.dataset['tab']) })
  },
  onSession({ currentTarget }: WechatMiniprogram.TouchEvent) {
    if (!this.crews) return
    const sheet = crewSheetOf(this.crews, String(currentTarget.dataset['id']))
    this.setData({ sheet, refused: '' })
  },
  onSheetClose({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.setData({ sheet: null, hours: null })
  },
  onClose() {
    this.setData({ sheet: null, hours: null })
  },
  async onPerson({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id, part, on } = currentTarget.dataset as { id: VolunteerId; part: Part; on: boolean }
    await this.change(on ? { to: 'remove', volunteerId: id } : { to: 'put', part, volunteerId: id })
  },
  async onLookFor() {
    await this.change({ to: 'open' })
  },
  async onWanted({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const wanted = (this.data.sheet?.helpersWanted ?? 0) + detail.by
    if (wanted >= 0 && wanted <= 6) await this.change({ to: 'want', helpers: wanted })
  },
  async change(change: Change) {
    const { sheet, busy } = this.data
    if (!sheet || busy) return
    this.setData({ busy: true, refused: '' })
    try {
      const { site } = await entered()
      await call('changeCrew', { siteId: site.id, sessionId: sheet.id, change })
      await this.load()
    } catch (error) {
      if (error instanceof CallError && error.detail.code === 'not_assignable') {
        const { title, text } = wordsOf(error.detail)
        this.setData({ refused: `${title}：${text}` })
      } else await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ busy: false })
    }
  },
  onHours({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const key = String(currentTarget.dataset['key'])
    const row = this.data.view?.hours.find((each) => each.key === key)
    if (row)
      this.setData({ hours: { ...row, words: hoursWord(row.minutes), why: '' }, refused: '' })
  },
  onMinutes({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const { hours } = this.data
    if (!hours) return
    const minutes = stepMinutes(hours.minutes, detail.by)
    this.setData({ hours: { ...hours, minutes, words: hoursWord(minutes) } })
  },
  onWhy({ detail }: WechatMiniprogram.Input) {
    const { hours } = this.data
    if (hours) this.setData({ hours: { ...hours, why: detail.value }, refused: '' })
  },
  async onConfirm() {
    const { hours, busy } = this.data
    if (!hours || busy) return
    this.setData({ busy: true, refused: '' })
    try {
      const { site } = await entered()
      await call('confirmHours', {
        siteId: site.id,
        sessionId: hours.sessionId,
        volunteerId: hours.volunteerId,
        seenMinutes: hours.seenMinutes,
        minutes: hours.minutes,
        why: hours.why.trim(),
      })
      this.setData({ hours: null })
      await this.load()
    } catch (error) {
      if (error instanceof CallError && error.detail.code === 'why_needed')
        this.setData({ refused: wordsOf(error.detail).text })
      else await say(error, { retry: () => this.load() })
    } finally {
      this.setData({ busy: false })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
