import type { HalfDay, Skill, Team } from '../../../domain/volunteer'
import type { Language } from '../../../domain/book'
import { CallError, call } from '../../../services/call'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import { NO_ERRORS, errorsOf, hasErrors } from '../../../view/form-errors'
import {
  NEW_VOLUNTEER,
  VOLUNTEER_ERRORS,
  toggled,
  volunteerChoicesOf,
  volunteerErrorsOf,
  type VolunteerChoices,
  type VolunteerDraft,
} from '../../../view/volunteer-form'
import type { Act, Words } from '../../../view/words'

type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>

/** Applies, or corrects what the person said of themselves. */
Page({
  data: {
    textClass: '',
    failed: null as Words | null,
    draft: null as VolunteerDraft | null,
    choices: null as VolunteerChoices | null,
    errors: NO_ERRORS,
    known: false,
    saving: false,
  },
  rev: 0,

  onLoad() {
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      const { site } = await entered()
      const { volunteer } = await call('showVolunteer', { siteId: site.id })
      this.rev = volunteer?.rev ?? 0
      this.setData({ failed: null, known: volunteer !== undefined, errors: NO_ERRORS })
      this.show(volunteer ? { ...volunteer, agreed: true } : NEW_VOLUNTEER)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  show(draft: VolunteerDraft) {
    this.setData({ draft, choices: volunteerChoicesOf(draft) })
  },
  edit(change: Partial<VolunteerDraft>) {
    const { draft } = this.data
    if (!draft) return
    this.setData({ errors: NO_ERRORS })
    this.show({ ...draft, ...change })
  },
  onName({ detail }: WechatMiniprogram.Input) {
    this.edit({ name: detail.value })
  },
  onTeam({ detail }: Chosen) {
    this.edit({ team: detail.value as Team })
  },
  onSkill({ detail }: Chosen) {
    this.edit({ skills: toggled<Skill>(this.data.draft?.skills ?? [], detail.value) })
  },
  onLanguage({ detail }: Chosen) {
    this.edit({ languages: toggled<Language>(this.data.draft?.languages ?? [], detail.value) })
  },
  onHalf({ detail }: Chosen) {
    const { availability = [] } = this.data.draft ?? {}
    this.edit({ availability: toggled<HalfDay>(availability, detail.value) })
  },
  onAgree() {
    this.edit({ agreed: !this.data.draft?.agreed })
  },
  async onSave() {
    const { draft, saving } = this.data
    if (!draft || saving) return
    const errors = volunteerErrorsOf(draft)
    this.setData({ errors })
    if (hasErrors(errors)) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      const { team, skills, languages, availability } = draft
      await call('saveVolunteer', {
        siteId: site.id,
        rev: this.rev,
        name: draft.name.trim(),
        team,
        skills: [...skills],
        languages: [...languages],
        availability: [...availability],
        agreed: true,
      })
      this.setData({ saving: false })
      void wx.navigateBack()
    } catch (error) {
      const wrong = error instanceof CallError ? errorsOf(error.detail, VOLUNTEER_ERRORS) : {}
      this.setData({ saving: false, errors: wrong })
      if (!hasErrors(wrong)) await say(error, { retry: () => this.load() })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
