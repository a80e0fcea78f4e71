import type { VolunteerId } from '../../../domain/ids'
import { dateOf, type LocalDate } from '../../../domain/time'
import { ask } from '../../../services/ask'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, errorsOf, hasErrors } from '../../../view/form-errors'
import {
  VETTING_ERRORS,
  vettingDraftOf,
  vettingErrorsOf,
  type VettingDraft,
} from '../../../view/vetting-form'
import { volunteerListOf, type VolunteerRow } from '../../../view/volunteer-list'
import type { Act, Words } from '../../../view/words'

/** What the point found of one person: dates, training, or that they left. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    row: null as VolunteerRow | null,
    draft: null as VettingDraft | null,
    errors: NO_ERRORS,
    ended: false,
    today: '',
    saving: false,
    saved: false,
  },
  id: '' as VolunteerId,
  rev: 0,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id as VolunteerId
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { volunteers, now } = await call('listVolunteers', { siteId: site.id })
      const found = volunteers.find((each) => each.id === this.id)
      if (!found) throw new CallError({ code: 'not_found' }, '')
      this.rev = found.rev
      this.setData({
        failed: null,
        today: dateOf(now),
        row: volunteerListOf([found], now).rows[0] ?? null,
        draft: vettingDraftOf(found),
        ended: found.endedOn !== undefined,
        errors: NO_ERRORS,
      })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  edit(change: Partial<VettingDraft>) {
    const { draft } = this.data
    if (draft) this.setData({ draft: { ...draft, ...change }, errors: NO_ERRORS, saved: false })
  },
  onDate({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
    this.edit({ [String(currentTarget.dataset['field'])]: String(detail.value) })
  },
  onTrainingAdd() {
    const { draft, today } = this.data
    this.edit({ trainings: [...(draft?.trainings ?? []), { date: today as LocalDate, what: '' }] })
  },
  onTrainingRemove({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const index = Number(currentTarget.dataset['index'])
    this.edit({ trainings: (this.data.draft?.trainings ?? []).filter((_, at) => at !== index) })
  },
  onTraining({ currentTarget, detail }: WechatMiniprogram.Input) {
    const { index, field } = currentTarget.dataset as { index: number; field: 'date' | 'what' }
    const trainings = (this.data.draft?.trainings ?? []).map((each, at) =>
      at === index ? { ...each, [field]: detail.value } : each,
    )
    this.edit({ trainings })
  },
  async onEnd() {
    const { ended, row } = this.data
    const sure =
      ended ||
      (await ask({
        title: `${row?.name ?? ''}不再参加？`,
        text: '还没开始的场次会空出来，重新找人。已确认的时数都在。',
        yes: '不参加了',
        no: '再想想',
      }))
    if (sure) await this.save(!ended)
  },
  async onSave() {
    await this.save(this.data.ended)
  },
  async save(ended: boolean) {
    const { draft, saving, today } = this.data
    if (!draft || saving) return
    const errors = vettingErrorsOf(draft, today as LocalDate)
    this.setData({ errors })
    if (hasErrors(errors)) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const { vettedOn, certificateUntil, trainings } = draft
      await call('vetVolunteer', {
        siteId: site.id,
        volunteerId: this.id,
        rev: this.rev,
        ...(vettedOn ? { vettedOn } : {}),
        ...(certificateUntil ? { certificateUntil } : {}),
        trainings: trainings.map(({ date, what }) => ({ date, what: what.trim() })),
        ended,
      })
      await this.load()
      this.setData({ saving: false, saved: true })
    } catch (error) {
      const wrong = error instanceof CallError ? errorsOf(error.detail, VETTING_ERRORS) : {}
      this.setData({ saving: false, errors: wrong })
      if (!hasErrors(wrong)) await say(error, { retry: () => this.load() })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
