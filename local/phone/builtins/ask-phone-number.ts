import { services } from '../runtime/services'
import { part } from './builtin'
import { openSheet } from './sheet'

interface PhoneNumberDetail {
  code?: string
  errMsg: string
}

/** WeChat's sheet that asks for the phone number; the number goes to the cloud, the page gets a code. */
export const askPhoneNumber = (from: HTMLElement): Promise<PhoneNumberDetail> =>
  new Promise((resolve) => {
    const number = part('input', 'phone-number')
    number.type = 'tel'
    number.inputMode = 'tel'
    number.value = localStorage.getItem(`phone-number:${services.openid}`) ?? '13800138000'
    number.setAttribute('aria-label', '手机号')
    const accept = async () => {
      const phoneNumber = number.value.trim()
      if (!/^\d{11}$/.test(phoneNumber)) {
        number.setCustomValidity('请输入 11 位手机号')
        number.reportValidity()
        return
      }
      sheet.close()
      localStorage.setItem(`phone-number:${services.openid}`, phoneNumber)
      const reply = await fetch('/cloud/phone-code', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-local-openid': services.openid },
        body: JSON.stringify({ phone: phoneNumber }),
      }).catch(() => undefined)
      if (!reply?.ok) return resolve({ errMsg: 'getPhoneNumber:fail system error' })
      const { code } = (await reply.json()) as { code: string }
      resolve({ code, errMsg: 'getPhoneNumber:ok' })
    }
    const sheet = openSheet(from, {
      title: '申请获取并验证你的手机号',
      body: number,
      confirm: '允许',
      cancel: '不允许',
      onConfirm: () => void accept(),
      onCancel: () => resolve({ errMsg: 'getPhoneNumber:fail user deny' }),
      keepOpen: true,
    })
  })
