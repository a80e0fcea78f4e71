import { STANDARD_HEALTH } from '../../miniprogram/domain/illness'
import type { BookingId, SiteId } from '../../miniprogram/domain/ids'
import type * as CareService from '../../miniprogram/services/care'
import type * as CareQueue from '../../miniprogram/services/care-queue'
import { aRoomChild } from '../support/a-room-child'

const siteId = 'yucun' as SiteId
const child = { ...aRoomChild({}), bookingId: 'booking-1' as BookingId }
const kept = new Map<string, unknown>()
let online = true
let told: string[] = []
let answer: (useCase: string) => object = () => ({})

const wechat = {
  cloud: {
    callFunction: ({ data }: { data: { useCase: string } }) => {
      if (!online) return Promise.reject(new Error('request:fail'))
      told.push(data.useCase)
      return Promise.resolve({ result: { requestId: 'r1', ...answer(data.useCase) } })
    },
  },
  setStorage: ({ key, data, encrypt }: { key: string; data: unknown; encrypt: boolean }) => {
    if (!encrypt) throw new Error('kept for everybody to read')
    kept.set(key, JSON.parse(JSON.stringify(data)))
    return Promise.resolve()
  },
  getStorage: ({ key }: { key: string }) =>
    kept.has(key) ? Promise.resolve({ data: kept.get(key) }) : Promise.reject(new Error('none')),
  getNetworkType: () => Promise.resolve({ networkType: online ? 'wifi' : 'none' }),
  onNetworkStatusChange: () => undefined,
}

/** The app opened anew: nothing is left of it but what the phone keeps. */
function openApp(): typeof CareService & typeof CareQueue {
  jest.resetModules()
  return {
    ...(require('../../miniprogram/services/care') as typeof CareService),
    ...(require('../../miniprogram/services/care-queue') as typeof CareQueue),
  }
}

beforeEach(() => {
  kept.clear()
  told = []
  online = true
  answer = () => ({ ok: true, value: { outcome: 'stays', cancelled: 0 } })
  Object.assign(globalThis, { wx: wechat })
})

const well = {
  siteId,
  bookingId: child.bookingId,
  attempt: 'attempt-1',
  tenths: 365,
  skin: 'clear',
  mood: 'good',
  belongings: 'safe',
} as const
const note = { siteId, bookingIds: [child.bookingId], note: { eaten: 'all' as const } }

test('a check is told where there is a network, and nothing of it stays on the phone', async () => {
  const app = openApp()
  expect(await app.recordCheck(child, well, STANDARD_HEALTH)).toMatchObject({ told: true })
  expect(await app.openCare()).toEqual([])
})

test('without network the phone decides by the same table, keeps the check over a restart, and tells it once', async () => {
  online = false
  const spots = { ...well, skin: 'spots', suspicion: 'hand-foot-mouth' } as const
  expect(await openApp().recordCheck(child, spots, STANDARD_HEALTH)).toMatchObject({
    outcome: 'goes_home',
    illness: '手足口病',
    told: false,
  })
  expect(await openApp().writeNotes('小雨', note)).toEqual({ written: 1, told: false })

  online = true
  const app = openApp()
  expect(await app.openCare()).toHaveLength(2)
  await Promise.all([app.tellCare(siteId), app.tellCare(siteId)])
  await app.tellCare(siteId)
  expect(told).toEqual(['recordCheck', 'writeNotes'])
  expect(await openApp().openCare()).toEqual([])
})

test('what a check still lacks is said without network, too, and nothing is kept', async () => {
  online = false
  const app = openApp()
  await expect(
    app.recordCheck(child, { ...well, skin: 'spots' }, STANDARD_HEALTH),
  ).rejects.toMatchObject({ detail: { code: 'illness_needed' } })
  expect(await app.openCare()).toEqual([])
})

test('what is refused when it is told stays in sight until somebody has looked', async () => {
  online = false
  await openApp().recordCheck(child, well, STANDARD_HEALTH)
  online = true
  answer = () => ({ ok: false, code: 'not_here_today', detail: { code: 'not_here_today' } })
  const app = openApp()
  await app.tellCare(siteId)
  const [refused] = await openApp().openCare()
  expect(refused).toMatchObject({ names: '小雨', refused: { code: 'not_here_today' } })
  await app.settleCare(refused?.id ?? '')
  expect(await openApp().openCare()).toEqual([])
})
