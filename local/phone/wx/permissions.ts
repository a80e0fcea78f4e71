import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family, Phone } from './family'
import { rememberVerdict, rememberedVerdicts } from './subscribe'
import { openSheet } from './sheet'
import { shellAround } from './shell-link'

/** Scopes that a person is asked for, with the words of the question. */
const scopes: Record<string, string> = {
  'scope.camera': '使用你的摄像头',
  'scope.record': '使用你的麦克风',
  'scope.userLocation': '获取你的位置信息',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.addPhoneCalendar': '向你的日历添加事件',
}

const key = (phone: Phone) => `phone-scopes:${phone.env.openid}`
const granted = (phone: Phone) =>
  JSON.parse(localStorage.getItem(key(phone)) ?? '{}') as Record<string, boolean>
const grant = (phone: Phone, scope: string, yes: boolean) =>
  localStorage.setItem(key(phone), JSON.stringify({ ...granted(phone), [scope]: yes }))

/** Asks once for a scope; the answer is kept until it is changed in the settings. */
export async function requireScope(phone: Phone, scope: string): Promise<void> {
  const words = scopes[scope]
  if (!words) throw new WxFailure(`invalid scope ${scope}`)
  const known = granted(phone)[scope]
  const yes = known ?? (await askFor(phone, words))
  if (known === undefined) grant(phone, scope, yes)
  if (!yes) throw new WxFailure('auth deny', { errno: 103 })
}

const askFor = (phone: Phone, words: string) =>
  new Promise<boolean>((resolve) => {
    const refuse = el('button', 'phone-ask-refuse', '拒绝')
    const allow = el('button', 'phone-ask-allow', '允许')
    const box = el(
      'div',
      'phone-ask',
      el('h2', '', `申请${words}`),
      el('footer', '', refuse, allow),
    )
    const close = openSheet(phone.router.frame.overlay, box)
    refuse.addEventListener('click', () => (close(), resolve(false)))
    allow.addEventListener('click', () => (close(), resolve(true)))
  })

const settingOf = (phone: Phone, withSubscriptions: boolean) => ({
  authSetting: granted(phone),
  ...(withSubscriptions && {
    subscriptionsSetting: { mainSwitch: true, itemSettings: rememberedVerdicts(phone) },
  }),
})

const row = (words: string, on: boolean, change: (on: boolean) => void) => {
  const tick = el('input')
  tick.type = 'checkbox'
  tick.checked = on
  tick.addEventListener('change', () => change(tick.checked))
  return el('label', '', tick, words)
}

/** WeChat's page of settings: a switch for each scope and template that the person has answered. */
export const openSetting = (phone: Phone, withSubscriptions = true): Promise<object> =>
  new Promise((resolve) => {
    const rows = [
      ...Object.entries(granted(phone)).map(([scope, on]) =>
        row(scopes[scope] ?? scope, on, (yes) => grant(phone, scope, yes)),
      ),
      ...Object.entries(rememberedVerdicts(phone)).map(([id, verdict]) =>
        row(`消息：${shellAround()?.templateTitle(id) ?? id}`, verdict === 'accept', (yes) =>
          rememberVerdict(phone, id, yes ? 'accept' : 'reject'),
        ),
      ),
    ]
    const done = el('button', 'phone-ask-allow', '完成')
    const box = el(
      'div',
      'phone-ask',
      el('h2', '', '设置'),
      ...(rows.length > 0 ? rows : [el('p', '', '小程序还没有申请过权限或消息。')]),
      el('footer', '', done),
    )
    const leave = () => resolve(settingOf(phone, withSubscriptions))
    const close = openSheet(phone.router.frame.overlay, box, leave)
    done.addEventListener('click', () => (close(), leave()))
  })

export const permissions: Family = (phone) =>
  allAsynchronous({
    getSetting: (o) => settingOf(phone, o['withSubscriptions'] === true),
    openSetting: (o) => openSetting(phone, o['withSubscriptions'] === true),
    authorize: (o) => requireScope(phone, String(o['scope'])),
  })
