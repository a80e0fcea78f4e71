import { actionSheet } from './action-sheet'
import { audio } from './audio'
import { canIUse } from './can-i-use'
import { equipCapsule } from './capsule'
import { clipboard } from './clipboard'
import { cloud } from './cloud'
import { contact } from './contact'
import type { Family, Phone } from './family'
import { fileSystem } from './file-system'
import { life } from './life'
import { log } from './log'
import { login } from './login'
import { mocks } from './mocks'
import { modal } from './modal'
import { network } from './network'
import { documents } from './open-document'
import { pageChrome } from './page-chrome'
import { permissions } from './permissions'
import { openPhoneRemote } from './phone-remote'
import { pictures } from './pictures'
import { privacy } from './privacy'
import { requests } from './request'
import { routing } from './routing'
import { scan } from './scan'
import { share } from './share'
import { storage } from './storage'
import { subscribe } from './subscribe'
import { system } from './system'
import { followTaps } from './tap'
import { toast } from './toast'

const families: Family[] = [
  routing,
  storage,
  toast,
  modal,
  actionSheet,
  pageChrome,
  cloud,
  login,
  privacy,
  subscribe,
  scan,
  clipboard,
  contact,
  network,
  system,
  life,
  log,
  share,
  audio,
  requests,
  pictures,
  permissions,
  fileSystem,
  documents,
]

/** What promise code and consoles look at on any object; not an attempt to use an API. */
const harmless = new Set([
  'then',
  'toJSON',
  'constructor',
  'toString',
  'valueOf',
  'prototype',
  '$$typeof',
])

/**
 * `wx` of one phone. A method that is not built throws by name when it is read, so that a page never
 * goes on without it unnoticed; `'name' in wx` and `wx.canIUse` tell the truth. `dom` are the
 * functions that belong to the runtime (selector queries, animation, nextTick …).
 */
export function createWx(phone: Phone, dom?: object): Record<string, unknown> {
  const built: Record<string, unknown> = Object.assign({}, dom, ...families.map((f) => f(phone)))
  built['canIUse'] = (schema: string) => canIUse(built, schema)
  followTaps()
  equipCapsule(phone)
  openPhoneRemote(phone)
  return new Proxy(built, {
    get(target, name) {
      if (typeof name === 'symbol') return Reflect.get(target, name)
      const mock = mocks.get(name)
      if (mock) return mock
      if (name in target || harmless.has(name)) return Reflect.get(target, name)
      throw new Error(`wx.${name} is not built in the local phone`)
    },
  })
}
