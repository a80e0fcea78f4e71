import { el } from '../router/el'
import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family, Phone } from './family'
import { post } from './post'
import { openSheet } from './sheet'
import { shellAround, tellShell } from './shell-link'
import { inTap } from './tap'

type Verdict = 'accept' | 'reject'
const LIMIT = 3

/** The dialog: one tick per template, 取消 or 允许, and whether to ask again. */
const ask = (phone: Phone, ids: string[]) =>
  new Promise<{ verdicts: Record<string, Verdict>; always: boolean }>((resolve) => {
    const ticks = ids.map((id) => {
      const tick = el('input')
      tick.type = 'checkbox'
      tick.checked = true
      return { id, tick, row: el('label', '', tick, shellAround()?.templateTitle(id) ?? id) }
    })
    const always = el('input')
    always.type = 'checkbox'
    const refuse = el('button', 'phone-ask-refuse', '取消')
    const allow = el('button', 'phone-ask-allow', '允许')
    const mark = el('header', '', el('span', 'phone-ask-mark', '渔'), '小程序 申请')
    const box = el(
      'div',
      'phone-ask',
      mark,
      el('h2', '', '发送以下消息'),
      ...ticks.map(({ row }) => row),
      el('label', 'phone-ask-always', always, '总是保持以上选择，不再询问'),
      el('footer', '', refuse, allow),
    )
    const close = openSheet(phone.router.frame.overlay, box)
    const answer = (allowed: boolean) => {
      close()
      const verdicts = Object.fromEntries(
        ticks.map(({ id, tick }) => [id, allowed && tick.checked ? 'accept' : 'reject'] as const),
      )
      resolve({ verdicts, always: always.checked })
    }
    refuse.addEventListener('click', () => answer(false))
    allow.addEventListener('click', () => answer(true))
  })

const key = (phone: Phone) => `phone-subscribe:${phone.env.openid}`

/** What the person wants kept without being asked again, by template. */
export const rememberedVerdicts = (phone: Phone): Record<string, Verdict> =>
  JSON.parse(localStorage.getItem(key(phone)) ?? '{}') as Record<string, Verdict>

export const rememberVerdict = (phone: Phone, id: string, verdict: Verdict): void =>
  localStorage.setItem(key(phone), JSON.stringify({ ...rememberedVerdicts(phone), [id]: verdict }))

export const subscribe: Family = (phone) => {
  return allAsynchronous({
    requestSubscribeMessage: (o) => {
      if (!inTap()) {
        throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 20004 })
      }
      const ids = o['tmplIds'] as unknown
      if (!Array.isArray(ids) || ids.length === 0) {
        throw new WxFailure('TmplIds can not be empty', { errCode: 10001 })
      }
      if (ids.length > LIMIT) {
        throw new WxFailure(`Templates count out of max bounds ${LIMIT}`, { errCode: 20003 })
      }
      return decide(ids.map(String))
    },
  })

  async function decide(ids: string[]) {
    const known = rememberedVerdicts(phone)
    const open = ids.filter((id) => !known[id])
    const asked = open.length > 0 ? await ask(phone, open) : { verdicts: {}, always: false }
    const verdicts = { ...known, ...asked.verdicts }
    if (asked.always) for (const id of open) rememberVerdict(phone, id, verdicts[id] ?? 'reject')
    const accepted = ids.filter((id) => verdicts[id] === 'accept')
    if (accepted.length > 0) await post(phone, '/cloud/consent', { templateIds: accepted })
    tellShell(phone, { kind: 'consent' })
    return Object.fromEntries(ids.map((id) => [id, verdicts[id]]))
  }
}
