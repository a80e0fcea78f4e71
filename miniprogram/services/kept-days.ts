import { dateOf, type Instant, type LocalDate } from '../domain/time'

/** Keys of what a phone keeps about children for one day: the list at the door, a pass to fetch a child. */
const KEY = /^(?:door|pass)\.(\d{4}-\d{2}-\d{2})/

export function dayKey(kind: 'door' | 'pass', date: LocalDate, id = ''): string {
  return id ? `${kind}.${date}.${id}` : `${kind}.${date}`
}

/** What outlives the day: that this phone works at a door, and the public keys that tell a genuine code. Nobody's name. */
export const DOOR_SITE = 'door.site'

/** Whether this phone has worked at a door, so that it gets there without network too. */
export function isDoorPhone(): boolean {
  return wx.getStorageInfoSync().keys.includes(DOOR_SITE)
}

/** The key under which this pass was kept, whatever its day. */
export function passKeyOf(id: string): string | undefined {
  return wx.getStorageInfoSync().keys.find((key) => KEY.test(key) && key.endsWith(`.${id}`))
}

/** Nothing about children stays on a phone after the day. */
export function forgetOldDays(now: Instant): void {
  const today = dateOf(now)
  for (const key of wx.getStorageInfoSync().keys) {
    const date = KEY.exec(key)?.[1]
    if (date !== undefined && date < today) wx.removeStorageSync(key)
  }
}
