import { newAttempt } from '../../../services/attempt'
import { deskBill, type DeskBill } from '../../../services/bills'
import { CallError, call } from '../../../services/call'
import { showFirstError } from '../../../services/first-error'
import { follow } from '../../../services/follow'
import { say, wordsFor } from '../../../services/say'
import { entered } from '../../../services/session'
import { textClass } from '../../../services/text-size'
import {
  CORRECTION_WORDS,
  correctionErrorsOf,
  correctionFenOf,
  type CorrectionForm,
} from '../../../view/correction-form'
import { finalBillCardOf, type FinalBillCard } from '../../../view/final-bill'
import {
  NO_ERRORS,
  errorsOf,
  hasErrors,
  withoutError,
  type FormErrors,
} from '../../../view/form-errors'
import { wordsOf, type Act, type Words } from '../../../view/words'

interface CorrectData extends CorrectionForm {
  textClass: string
  failed: Words | null
  card: FinalBillCard | null
  errors: FormErrors
  saving: boolean
}
const FIRST: CorrectData = {
  textClass: '',
  failed: null,
  card: null,
  kind: 'less',
  amount: '',
  reason: '',
  errors: NO_ERRORS,
  saving: false,
}

/** The operator puts a bill right by a line more, with a reason that the family reads. */
Page({
  data: FIRST,
  id: '',
  attempt: '',
  bill: undefined as DeskBill | undefined,

  onLoad({ id = '' }: Record<string, string | undefined>) {
    this.id = id
    this.attempt = newAttempt()
    this.setData({ textClass: textClass() })
    void this.load()
  },
  async load() {
    try {
      this.bill = await deskBill(this.id)
      if (!this.bill) this.setData({ failed: wordsOf({ code: 'not_found' }) })
      else this.setData({ failed: null, card: finalBillCardOf(this.bill, this.bill.childName) })
    } catch (error) {
      this.setData({ failed: wordsFor(error) })
    }
  },
  onKind({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ kind: currentTarget.dataset['kind'] as CorrectionForm['kind'] })
  },
  onAmount({ detail }: WechatMiniprogram.Input) {
    this.setData({ amount: detail.value, errors: withoutError(this.data.errors, 'fen') })
  },
  onReason({ detail }: WechatMiniprogram.Input) {
    this.setData({ reason: detail.value, errors: withoutError(this.data.errors, 'reason') })
  },
  async onSave() {
    const { kind, amount, reason, saving } = this.data
    const form = { kind, amount, reason }
    const errors = correctionErrorsOf(form)
    this.setData({ errors })
    if (hasErrors(errors)) showFirstError()
    if (hasErrors(errors) || saving || !this.bill) return
    this.setData({ saving: true })
    try {
      const { site } = await entered()
      await call('correctBill', {
        siteId: site.id,
        attempt: this.attempt,
        bookingId: this.bill.id,
        what: kind === 'unpaid' ? 'payment' : 'bill',
        fen: correctionFenOf(form),
        reason,
      })
      await wx.navigateBack()
    } catch (error) {
      const errors = error instanceof CallError ? errorsOf(error.detail, CORRECTION_WORDS) : {}
      this.setData({ errors })
      if (hasErrors(errors)) showFirstError()
      else await say(error, { retry: () => this.onSave() })
    } finally {
      this.setData({ saving: false })
    }
  },
  onNext({ detail }: WechatMiniprogram.CustomEvent<{ act: Act }>) {
    this.setData({ failed: null })
    follow(detail.act, { retry: () => this.load() })
  },
})
