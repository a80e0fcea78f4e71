import type { Group } from '../../domain/site'
import { addMonths, dateOf } from '../../domain/time'
import { newAttempt } from '../../services/attempt'
import { CallError, call } from '../../services/call'
import { now } from '../../services/clock'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter, entered, session } from '../../services/session'
import { showFirstError } from '../../services/first-error'
import { textClass } from '../../services/text-size'
import { setTitle } from '../../services/title'
import {
  CHILD_WORDS,
  COMMON_ALLERGIES,
  ageNoteOf,
  allergyWords,
  childErrorsOf,
  isOfAge,
  toggleAllergy,
} from '../../view/child-form'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../view/form-errors'
import type { Act, Words } from '../../view/words'

/** Nobody who comes to the point is older. */
const OLDEST_MONTHS = 72
/** In the middle of those who come. */
const USUAL_MONTHS = 27

Page({
  data: {
    textClass: '',
    ready: false,
    /** Empty for a new child. */
    id: '',
    attempt: '',
    name: '',
    birthDate: '',
    earliest: '',
    latest: '',
    /** Where the date wheels start. */
    usual: '',
    ageNote: '',
    allergies: '',
    common: [] as { word: string; on: boolean }[],
    groups: [] as readonly Group[],
    errors: NO_ERRORS,
    saving: false,
    /** The name of the child just added. */
    added: '',
    /** Whether the child just added may come already. */
    ofAge: false,
    failed: null as Words | null,
  },

  async onLoad({ id = '' }: Record<string, string | undefined>) {
    this.setData({ textClass: textClass(), id })
    await this.load()
  },

  async load() {
    try {
      const { household, today } = await entered()
      if (!household) {
        void wx.redirectTo({ url: '/pages/guardian-register/guardian-register' })
        return
      }
      const date = dateOf(now())
      const child = household.children.find((each) => each.id === this.data.id)
      this.setData({
        ready: true,
        failed: null,
        earliest: addMonths(date, -OLDEST_MONTHS),
        latest: date,
        usual: addMonths(date, -USUAL_MONTHS),
        groups: today?.groups ?? [],
        attempt: newAttempt(),
        name: child?.name ?? '',
      })
      this.setBirthDate(child?.birthDate ?? '')
      this.setAllergies(child?.allergies ?? '')
      if (child) setTitle(this, child.name)
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },

  onName({ detail }: WechatMiniprogram.Input) {
    const errors = withoutError(this.data.errors, 'name')
    this.setData({ name: detail.value, errors })
  },

  onBirthDate({ detail }: WechatMiniprogram.PickerChange) {
    const errors = withoutError(this.data.errors, 'birthDate')
    this.setData({ errors })
    this.setBirthDate(String(detail.value))
  },

  setBirthDate(birthDate: string) {
    const ageNote = ageNoteOf(birthDate, this.data.groups, dateOf(now()))
    this.setData({ birthDate, ageNote })
  },

  onAllergies({ detail }: WechatMiniprogram.Input) {
    this.setAllergies(detail.value)
  },

  onCommon({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const word = String(currentTarget.dataset['word'])
    this.setAllergies(toggleAllergy(this.data.allergies, word))
  },

  setAllergies(allergies: string) {
    const words = allergyWords(allergies)
    const common = COMMON_ALLERGIES.map((word) => ({ word, on: words.includes(word) }))
    const errors = withoutError(this.data.errors, 'allergies')
    this.setData({ allergies, common, errors })
  },

  async onSave() {
    const { id, attempt, name, birthDate, allergies, saving } = this.data
    const errors = childErrorsOf({ name, birthDate, allergies }, dateOf(now()))
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    const household = session()?.household
    if (hasErrors(errors) || saving || !household) return
    this.setData({ saving: true })
    try {
      const child = { householdId: household.id, name, birthDate, allergies }
      await call('saveChild', id ? { ...child, childId: id } : { ...child, attempt })
      await enter()
      this.setData({ saving: false })
      if (id) void wx.navigateBack()
      else {
        const ofAge = isOfAge(birthDate, this.data.groups, dateOf(now()))
        this.setData({ added: name.trim(), ofAge })
      }
    } catch (error) {
      const errors = error instanceof CallError ? errorsOf(error.detail, CHILD_WORDS) : {}
      this.setData({ errors, saving: false })
      if (hasErrors(errors)) showFirstError()
      else await say(error, { retry: () => this.onSave() })
    }
  },

  onBook() {
    follow('pick_other_day')
  },

  onStories() {
    follow('stories')
  },

  onAnother() {
    this.setData({ added: '', name: '', attempt: newAttempt() })
    this.setBirthDate('')
    this.setAllergies('')
  },

  onHome() {
    follow('home')
  },
})
