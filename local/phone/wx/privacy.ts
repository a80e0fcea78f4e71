import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family, Phone } from './family'
import { openSheet } from './sheet'

type Answer = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void

const contract = '用户隐私保护指引'
const listeners = new WeakMap<Phone, Listener>()
const waiting = new WeakMap<Phone, Promise<void>>()
const key = (phone: Phone) => `phone-privacy:${phone.env.openid}`

/** True while the app asks for consent (`__usePrivacyCheck__`) and this person has not given it. */
export const privacyNeeded = (phone: Phone): boolean =>
  phone.runtime.manifest.app['__usePrivacyCheck__'] === true &&
  localStorage.getItem(key(phone)) === null

/** What a tap on `<button open-type="agreePrivacyAuthorization">` means. */
export const agreePrivacy = (phone: Phone): void =>
  localStorage.setItem(key(phone), String(Date.now()))

/** Before an API that reads personal data: asks once, through the app's own dialog when it has one. */
export function requirePrivacy(phone: Phone, referrer: string): Promise<void> {
  if (!privacyNeeded(phone)) return Promise.resolve()
  const asked =
    waiting.get(phone) ??
    new Promise<void>((resolve, reject) => {
      const answer = ({ event }: Answer) => {
        if (event === 'exposureAuthorization') return
        waiting.delete(phone)
        if (event === 'disagree') {
          reject(new WxFailure('privacy permission is not authorized', { errno: 104 }))
          return
        }
        agreePrivacy(phone)
        resolve()
      }
      const listener = listeners.get(phone)
      if (listener) listener(answer, { referrer })
      else askOurselves(phone, answer)
    })
  waiting.set(phone, asked)
  return asked
}

function askOurselves(phone: Phone, answer: (answer: Answer) => void): void {
  const refuse = el('button', 'phone-ask-refuse', '拒绝')
  const agree = el('button', 'phone-ask-allow', '同意')
  const text = el('p', '', `使用前请阅读《${contract}》。同意后即可继续使用。`)
  const box = el(
    'div',
    'phone-ask',
    el('h2', '', '隐私保护提示'),
    text,
    el('footer', '', refuse, agree),
  )
  const close = openSheet(phone.router.frame.overlay, box)
  refuse.addEventListener('click', () => (close(), answer({ event: 'disagree' })))
  agree.addEventListener('click', () => (close(), answer({ event: 'agree' })))
}

export const privacy: Family = (phone) => ({
  onNeedPrivacyAuthorization: (listener: Listener) => void listeners.set(phone, listener),
  ...allAsynchronous({
    getPrivacySetting: () => ({
      needAuthorization: privacyNeeded(phone),
      privacyContractName: `《${contract}》`,
    }),
    requirePrivacyAuthorize: () => requirePrivacy(phone, 'requirePrivacyAuthorize'),
    openPrivacyContract: () => {
      const done = el('button', 'phone-sheet-cancel', '关闭')
      const note = '正式版在这里显示小程序在微信公众平台填写的隐私保护指引。'
      const title = el('div', 'phone-sheet-title', contract)
      const body = el('p', 'phone-ask', note)
      const close = openSheet(
        phone.router.frame.overlay,
        el('div', '', title, body, done),
        () => {},
      )
      done.addEventListener('click', () => close())
    },
  }),
})
