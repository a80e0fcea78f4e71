import { allAsynchronous, WxFailure } from './asynchronous'
import type { Family } from './family'
import { openCipher } from './storage-cipher'

const KEY_LIMIT = 1024 * 1024
const LIMIT = 10 * KEY_LIMIT
/** What is encrypted grows by 1.4, so less of it fits. */
const ENCRYPTED_KEY_LIMIT = 0.7 * KEY_LIMIT

/** Storage of one person's phone, in the browser's localStorage; WeChat's limits, in characters. */
export const storage: Family = ({ env }) => {
  const prefix = `phone:${env.openid}:`
  const keys = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  const size = () =>
    keys().reduce((sum, key) => sum + (localStorage.getItem(prefix + key) ?? '').length, 0)
  const set = (key: string, data: unknown) => {
    if (typeof key !== 'string' || key === '')
      throw new WxFailure('parameter error: key is missing')
    // The wrapper keeps undefined and, like WeChat, what JSON can hold.
    const text = JSON.stringify({ data })
    if (text.length > KEY_LIMIT) throw new WxFailure('entry size limit reached')
    const old = localStorage.getItem(prefix + key)?.length ?? 0
    if (size() - old + text.length > LIMIT) throw new WxFailure('exceed storage max size 10Mb')
    localStorage.setItem(prefix + key, text)
  }
  const get = (key: string): { data: unknown } | undefined => {
    const text = localStorage.getItem(prefix + key)
    return text === null ? undefined : (JSON.parse(text) as { data: unknown })
  }
  const cipher = openCipher(`phone-key:${env.openid}`)
  const setEncrypted = async (key: string, data: unknown) => {
    const text = JSON.stringify({ data })
    if (text.length > ENCRYPTED_KEY_LIMIT) throw new WxFailure('entry size limit reached')
    set(key, { sealed: await cipher.encrypt(text) })
  }
  const getEncrypted = async (key: string): Promise<{ data: unknown } | undefined> => {
    const { sealed } = (get(key)?.data ?? {}) as { sealed?: string }
    return sealed === undefined
      ? undefined
      : (JSON.parse(await cipher.decrypt(sealed)) as { data: unknown })
  }
  const clear = () => keys().forEach((key) => localStorage.removeItem(prefix + key))
  const info = () => ({
    keys: keys(),
    currentSize: Math.ceil(size() / 1024),
    limitSize: LIMIT / 1024,
  })
  return {
    setStorageSync: set,
    getStorageSync: (key: string) => get(key)?.data ?? '',
    removeStorageSync: (key: string) => localStorage.removeItem(prefix + key),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    ...allAsynchronous({
      setStorage: (o) =>
        o['encrypt'] === true ? setEncrypted(o['key'], o['data']) : set(o['key'], o['data']),
      getStorage: async (o) => {
        const found = o['encrypt'] === true ? await getEncrypted(o['key']) : get(o['key'])
        if (!found) throw new WxFailure('data not found')
        return found
      },
      removeStorage: (o) => localStorage.removeItem(prefix + String(o['key'])),
      clearStorage: clear,
      getStorageInfo: info,
    }),
  }
}
