import { noticeVersionsOf } from '../../domain/consent'
import type { NoticeName } from '../../domain/household'
import { CallError, call } from '../../services/call'
import { follow } from '../../services/follow'
import { say, wordsFor } from '../../services/say'
import { enter, entered, session } from '../../services/session'
import { showFirstError } from '../../services/first-error'
import { textClass } from '../../services/text-size'
import { NO_ERRORS, errorsOf, hasErrors, withoutError } from '../../view/form-errors'
import { noticesOf, type Notice } from '../../view/notices'
import { REGISTER_WORDS, registerErrorsOf } from '../../view/register-form'
import type { Act, Words } from '../../view/words'

Page({
  data: {
    textClass: '',
    notices: [] as readonly Notice[],
    agreed: { guardian: false, children: false },
    name: '',
    phone: '',
    /** WeChat's one-time code for the phone number. */
    code: '',
    errors: NO_ERRORS,
    reading: null as Notice | null,
    refusing: false,
    saving: false,
    /** A registered guardian agrees to a new text; name and phone are known. */
    renewing: false,
    failed: null as Words | null,
  },

  async onLoad() {
    this.setData({ textClass: textClass() })
    await this.load()
  },

  async load() {
    try {
      const { household, site, me } = await entered()
      const notices = noticesOf(site).filter(
        ({ name }) => !household || me.consentsDue.includes(name),
      )
      if (notices.length === 0) void wx.switchTab({ url: '/pages/family-show/family-show' })
      else this.setData({ notices, renewing: household !== undefined, failed: null })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },

  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },

  onRead({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const name = currentTarget.dataset['name'] as NoticeName
    this.setData({ reading: this.data.notices.find((each) => each.name === name) ?? null })
  },

  onTick({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.agree(currentTarget.dataset['name'] as NoticeName)
  },

  /** From inside the notice: read to its end, agreed there. */
  onAgreeRead() {
    const { reading, agreed } = this.data
    if (reading && !agreed[reading.name]) this.agree(reading.name)
    this.onCloseRead()
  },

  agree(name: NoticeName) {
    const agreed = { ...this.data.agreed, [name]: !this.data.agreed[name] }
    const errors = withoutError(this.data.errors, name)
    this.setData({ agreed, errors })
  },

  onCloseRead() {
    this.setData({ reading: null })
  },

  onRefuse() {
    if (this.data.renewing) void wx.navigateTo({ url: '/pages/privacy-show/privacy-show' })
    else this.setData({ refusing: true })
  },

  onReconsider() {
    this.setData({ refusing: false })
  },

  onPlaces() {
    follow('pick_other_day')
  },

  onStories() {
    follow('stories')
  },

  onName({ detail }: WechatMiniprogram.Input) {
    const errors = withoutError(this.data.errors, 'name')
    this.setData({ name: detail.value, errors })
  },

  onPhone({ detail }: WechatMiniprogram.Input) {
    const errors = withoutError(this.data.errors, 'phone')
    this.setData({ phone: detail.value, code: '', errors })
  },

  onPhoneCode({ detail }: WechatMiniprogram.ButtonGetPhoneNumber) {
    // Without a code the guardian closed WeChat's dialog: typing stays possible.
    if (!detail.code) return
    const errors = withoutError(this.data.errors, 'phone')
    this.setData({ code: detail.code, phone: '', errors })
  },

  onTypePhone() {
    this.setData({ code: '' })
  },

  async onRenew() {
    const { notices, agreed, saving } = this.data
    const missing = notices.filter(({ name }) => !agreed[name])
    const errors = Object.fromEntries(missing.map(({ name }) => [name, REGISTER_WORDS[name]]))
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    if (hasErrors(errors) || saving) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      await call('renewConsent', { consents: noticeVersionsOf(site) })
      await enter()
      void wx.switchTab({ url: '/pages/home/home' })
    } catch (error) {
      await this.onFailed(error)
    }
  },

  async onSave() {
    const { name, phone, code, agreed, notices, saving } = this.data
    const errors = registerErrorsOf({ name, phone, code, agreed })
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    const known = session()
    if (hasErrors(errors) || saving || !known) return
    const version = (of: NoticeName) => notices.find((each) => each.name === of)?.version ?? ''
    this.setData({ saving: true })
    try {
      await call('registerGuardian', {
        siteId: known.site.id,
        name,
        phone: code ? { by: 'code', code } : { by: 'typed', number: phone },
        consents: { guardian: version('guardian'), children: version('children') },
      })
      await enter()
      void wx.redirectTo({ url: '/pages/child-edit/child-edit' })
    } catch (error) {
      await this.onFailed(error)
    }
  },

  async onFailed(error: unknown) {
    const errors = error instanceof CallError ? errorsOf(error.detail, REGISTER_WORDS) : {}
    // A code of WeChat works once: after a failure it has to be asked for again.
    this.setData({ errors, code: '', saving: false })
    if (hasErrors(errors)) showFirstError()
    else await say(error, { retry: () => this.onSave(), read_notices: () => this.onReconsider() })
  },
})
