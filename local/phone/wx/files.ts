import { WxFailure } from './asynchronous'
import type { Phone } from './family'

/** Where a mini-program may keep files of its own; a file there outlives the app. */
export const USER_DATA_PATH = 'wxfile://usr'

const prefix = (openid: string) => `phone-file:${openid}:`
const isUser = (path: string) => path === USER_DATA_PATH || path.startsWith(`${USER_DATA_PATH}/`)

export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCodePoint(byte)
  return btoa(text)
}
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0)

/** Bytes behind an address of this server or a `blob:`, at once, as WeChat's Sync functions give them. */
const fetchNow = (address: string): Uint8Array<ArrayBuffer> | undefined => {
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  // Bytes as letters: a synchronous request gives no ArrayBuffer.
  request.overrideMimeType('text/plain; charset=x-user-defined')
  try {
    request.send()
  } catch {
    return undefined
  }
  if (request.status !== 200) return undefined
  return Uint8Array.from(request.responseText, (letter) => (letter.codePointAt(0) ?? 0) & 0xff)
}

/** Keeps bytes for as long as the app runs; `blob:` is what pictures and players can show at once. */
export const tempFile = (blob: Blob): string => URL.createObjectURL(blob)

export const readFile = (phone: Phone, path: string): Uint8Array<ArrayBuffer> => {
  const missing = () => new WxFailure(`no such file or directory, open ${path}`, { errno: 1300002 })
  if (isUser(path)) {
    const text = localStorage.getItem(prefix(phone.env.openid) + path)
    if (text === null || text === '/') throw missing()
    return fromBase64(text)
  }
  const bytes = fetchNow(/^(blob|https?|data):/.test(path) ? path : phone.router.assetUrl(path))
  if (!bytes) throw missing()
  return bytes
}

/** Address under which a browser shows a file of the app, of the person, or a temporary one. */
export const fileUrl = (phone: Phone, path: string): string => {
  if (isUser(path)) return tempFile(new Blob([readFile(phone, path)]))
  return /^(blob|https?|data):/.test(path) ? path : phone.router.assetUrl(path)
}

const only = (path: string) => {
  if (!isUser(path)) throw new WxFailure(`permission denied, open ${path}`, { errno: 1300013 })
  return path.replace(/\/$/, '')
}

/** The person's own files: a path to its base64, a folder to `/`. */
export const userFiles = (phone: Phone) => {
  const own = prefix(phone.env.openid)
  return {
    kind(path: string): 'file' | 'folder' | undefined {
      const at = only(path)
      if (at === USER_DATA_PATH) return 'folder'
      const text = localStorage.getItem(own + at)
      return text === null ? undefined : text === '/' ? 'folder' : 'file'
    },
    write(path: string, bytes: Uint8Array) {
      const at = only(path)
      const folder = at.slice(0, at.lastIndexOf('/'))
      if (this.kind(folder) !== 'folder')
        throw new WxFailure(`no such file or directory, open ${path}`, { errno: 1300002 })
      try {
        localStorage.setItem(own + at, toBase64(bytes))
      } catch {
        throw new WxFailure('the maximum size of the file storage limit is exceeded', {
          errno: 1300202,
        })
      }
    },
    makeFolder: (path: string) => localStorage.setItem(own + only(path), '/'),
    remove: (path: string) => localStorage.removeItem(own + only(path)),
    /** Paths under a folder, relative to it. */
    list: (path: string): string[] =>
      Object.keys(localStorage)
        .filter((name) => name.startsWith(`${own}${only(path)}/`))
        .map((name) => name.slice(own.length + only(path).length + 1)),
  }
}
