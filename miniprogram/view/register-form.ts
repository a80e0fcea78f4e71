import type { FormErrors } from './form-errors'

export interface RegisterForm {
  readonly name: string
  /** As typed; spaces and dashes are fine. */
  readonly phone: string
  /** WeChat's code for the phone number; empty when the number is typed. */
  readonly code: string
  readonly agreed: { readonly guardian: boolean; readonly children: boolean }
}

export const REGISTER_WORDS = {
  name: '请写您的称呼，最多 10 个字，比如“小雨妈妈”。',
  phone: '请填 11 位手机号，或者用微信里的手机号。',
  guardian: '请看一下说明，同意就在这里打勾。',
  children: '请看一下说明，同意就在这里打勾。',
} as const satisfies FormErrors

const NAME_MOST = 10

export function registerErrorsOf({ name, phone, code, agreed }: RegisterForm): FormErrors {
  const typed = name.trim()
  const wrong = {
    guardian: !agreed.guardian,
    children: !agreed.children,
    name: typed.length === 0 || typed.length > NAME_MOST,
    phone: code === '' && !/^1[3-9]\d{9}$/.test(phone.replace(/[\s-]/g, '')),
  }
  const fields = Object.keys(wrong) as (keyof typeof wrong)[]
  return Object.fromEntries(
    fields.filter((field) => wrong[field]).map((field) => [field, REGISTER_WORDS[field]]),
  )
}
