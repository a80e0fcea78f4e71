import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family, Phone } from './family'
import { requireScope } from './permissions'
import { requirePrivacy } from './privacy'
import { openSheet } from './sheet'

/** One question in a sheet: the wanted action or 取消. */
const confirm = (phone: Phone, title: string, action: string) =>
  new Promise<void>((resolve, reject) => {
    const yes = el('button', 'phone-sheet-item', action)
    const no = el('button', 'phone-sheet-cancel', '取消')
    const box = el('div', '', el('div', 'phone-sheet-title', title), yes, no)
    const cancelled = () => reject(new WxFailure('cancel'))
    const close = openSheet(phone.router.frame.overlay, box, cancelled)
    yes.addEventListener('click', () => (close(), resolve()))
    no.addEventListener('click', () => (close(), cancelled()))
  })

/** Date and time of an instant in seconds, Shanghai's whatever the laptop's zone. */
const inShanghai = (seconds: number) =>
  new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 16).split('T')

/** Chromium complains of a page that shakes before anybody has touched it. */
const vibrate = (milliseconds: number) => {
  if (navigator.userActivation.hasBeenActive) navigator.vibrate?.(milliseconds)
}

export const contact: Family = (phone) =>
  allAsynchronous({
    makePhoneCall: (o) => confirm(phone, '拨打电话', String(o['phoneNumber'])),
    addPhoneCalendar: async (o) => {
      await requirePrivacy(phone, 'addPhoneCalendar')
      await requireScope(phone, 'scope.addPhoneCalendar')
      const { title, startTime, endTime = startTime, location = '' } = o
      const [date, from] = inShanghai(Number(startTime))
      const [, to] = inShanghai(Number(endTime))
      await confirm(phone, `${title}\n${date} ${from}–${to}\n${location}`, '加入日历')
    },
    vibrateShort: () => vibrate(15),
    vibrateLong: () => vibrate(400),
  })
