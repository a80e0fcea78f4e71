import type { BookingId, ChildId, SiteId } from '../../miniprogram/domain/ids'
import { publicKeyOf } from '../../miniprogram/domain/signed-text'
import { signTicket } from '../../miniprogram/domain/ticket'
import { dateOf, instantOf, localTime, type Instant } from '../../miniprogram/domain/time'
import type * as DoorService from '../../miniprogram/services/door'
import type * as QueueService from '../../miniprogram/services/door-queue'
import type * as RoomService from '../../miniprogram/services/room'
import { aRoomChild } from '../support/a-room-child'
import { aSpan } from '../support/a-span'
import { anInstant } from '../support/an-instant'

type Door = typeof DoorService
type Queue = typeof QueueService
type Rooms = typeof RoomService

const NOON = anInstant('2026-11-26 09:00')
const siteId = 'yucun' as SiteId
const key = { keyId: 'k1', seed: Buffer.alloc(32, 1).toString('base64') }
const bookingId = 'attempt-1' as BookingId
const child = { ...aRoomChild({ span: '9:00-11:00' }), bookingId }
const ticket = signTicket(
  {
    bookingId,
    childId: 'family-1' as ChildId,
    siteId,
    date: dateOf(NOON),
    span: aSpan('9:00-11:00'),
  },
  key,
)

/** WeChat as a carer's phone has it: storage that outlives the app, a network that comes and goes. */
const kept = new Map<string, unknown>()
let online = true
/** The phone's clock against the cloud's. */
let wrongBy = 0
let told: { useCase: string; input: any }[] = []
let answers: Record<string, (input: any) => unknown> = {}
const listeners: ((state: { isConnected: boolean }) => void)[] = []

const wechat = {
  cloud: {
    callFunction: ({ data }: { data: { useCase: string; input: unknown } }) => {
      if (!online) return Promise.reject(new Error('request:fail'))
      told.push(data)
      try {
        const value = answers[data.useCase]?.(data.input)
        return Promise.resolve({ result: { ok: true, value, requestId: 'r1' } })
      } catch (error) {
        const { code } = error as { code?: string }
        if (code === undefined) throw error
        return Promise.resolve({ result: { ok: false, detail: { code }, requestId: 'r1' } })
      }
    },
  },
  setStorage: ({ key: name, data, encrypt }: { key: string; data: unknown; encrypt: boolean }) => {
    if (!encrypt) throw new Error('kept for everybody to read')
    kept.set(name, JSON.parse(JSON.stringify(data)))
    return Promise.resolve()
  },
  getStorage: ({ key: name }: { key: string }) =>
    kept.has(name) ? Promise.resolve({ data: kept.get(name) }) : Promise.reject(new Error('none')),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  removeStorageSync: (name: string) => kept.delete(name),
  getNetworkType: () => Promise.resolve({ networkType: online ? 'wifi' : 'none' }),
  onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) =>
    listeners.push(listener),
}

function setOnline(on: boolean): void {
  online = on
  for (const listener of listeners) listener({ isConnected: on })
}

/** The app opened anew: nothing is left of it but what the phone keeps. */
function openApp(): { door: Door; queue: Queue; rooms: Rooms } {
  jest.resetModules()
  listeners.length = 0
  return {
    door: require('../../miniprogram/services/door') as Door,
    queue: require('../../miniprogram/services/door-queue') as Queue,
    rooms: require('../../miniprogram/services/room') as Rooms,
  }
}

beforeEach(() => {
  jest.useFakeTimers({
    now: NOON,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout'],
  })
  kept.clear()
  told = []
  wrongBy = 0
  Object.assign(globalThis, { wx: wechat })
  setOnline(true)
  answers = {
    enterApp: () => ({ site: { id: siteId }, me: { roles: ['carer'] } }),
    showRoom: () => ({
      now: (Date.now() - wrongBy) as Instant,
      children: [child],
      passes: [],
      overrides: [],
      ticketKeys: { k1: publicKeyOf(key) },
    }),
    syncDoor: ({ acts }) => ({ told: acts.map(({ nonce }: any) => ({ nonce })) }),
  }
})
afterEach(() => jest.useRealTimers())

const letIn = async (door: Door): Promise<boolean> => {
  const { judged } = await door.judgeTicket(ticket)
  if (!judged.ok) throw new Error(judged.refusal.code)
  const deed = { nonce: 'nonce-0001', bookingId, act: judged.act, text: ticket }
  return (await door.passDoor({ ...deed, ...(judged.child ? { child: judged.child } : {}) })).told
}

test('a phone that is restarted without network still knows the day, and what it did', async () => {
  const first = openApp()
  await first.rooms.loadRoom()
  setOnline(false)
  expect(await letIn(first.door)).toBe(false)

  const again = openApp()
  const { judged, alone } = await again.door.judgeTicket(ticket)
  expect(alone).toBe(true)
  expect(judged).toMatchObject({ ok: true, act: 'out', child: { state: 'inside' } })
  expect((await again.queue.openQueue()).waiting).toHaveLength(1)
})

test('with the network back it tells everything before it asks, and once', async () => {
  const { door, rooms, queue } = openApp()
  await rooms.loadRoom()
  setOnline(false)
  await letIn(door)
  setOnline(true)
  told = []
  await rooms.loadRoom()
  await rooms.loadRoom()
  const useCases = told.map(({ useCase }) => useCase)
  expect(useCases.filter((each) => each === 'syncDoor')).toHaveLength(1)
  expect(useCases.indexOf('syncDoor')).toBeLessThan(useCases.indexOf('showRoom'))
  expect((await queue.openQueue()).waiting).toEqual([])
})

test('what did not fit stays in sight until somebody has looked', async () => {
  const { door, rooms, queue } = openApp()
  await rooms.loadRoom()
  setOnline(false)
  await letIn(door)
  setOnline(true)
  answers['syncDoor'] = ({ acts }) => ({
    told: acts.map(({ nonce }: any) => ({ nonce, refusal: { code: 'already_cancelled' } })),
  })
  await rooms.loadRoom()
  const { conflicts } = await openApp().queue.openQueue()
  expect(conflicts).toMatchObject([{ bookingId, refusal: { code: 'already_cancelled' } }])
  await queue.settleConflict('nonce-0001')
  expect((await queue.openQueue()).conflicts).toEqual([])
})

test('while it is not told, a fresh list does not send the child back out', async () => {
  const { door, rooms } = openApp()
  await rooms.loadRoom()
  setOnline(false)
  await letIn(door)
  setOnline(true)
  answers['syncDoor'] = () => {
    throw new Error('the function is down')
  }
  expect((await rooms.loadRoom()).children[0]).toMatchObject({ state: 'inside' })
})

test('a phone whose clock is an hour fast judges, and writes, by the point’s time', async () => {
  wrongBy = 3_600_000
  jest.setSystemTime(NOON + wrongBy)
  const { door, rooms } = openApp()
  await rooms.loadRoom()
  setOnline(false)
  await letIn(door)
  const queue = kept.get('door.queue') as { waiting: { told: { at: number } }[] }
  expect(queue.waiting[0]?.told.at).toBe(instantOf(dateOf(NOON), localTime('09:00')))
})

test('on the next day nothing about children is left on the phone', async () => {
  await openApp().rooms.loadRoom()
  expect([...kept.keys()]).toContain('door.2026-11-26')
  jest.setSystemTime(NOON + 24 * 3_600_000)
  const { forgetOldDays } = require('../../miniprogram/services/kept-days')
  forgetOldDays(Date.now())
  expect([...kept.keys()].filter((name) => name.startsWith('door.2'))).toEqual([])
  setOnline(false)
  expect(await openApp().rooms.openRoom()).toMatchObject({ children: [], unlisted: true })
  expect(JSON.stringify([...kept.entries()])).not.toContain('小雨')
})

test('a phone that has not fetched the list of today tells genuine codes and asks about all else', async () => {
  await openApp().rooms.loadRoom()
  kept.delete('door.2026-11-26')
  setOnline(false)
  const { door } = openApp()
  const { judged } = await door.judgeTicket(ticket)
  expect(judged).toMatchObject({ ok: true, act: 'in', doubt: 'ticket_not_listed' })
  const edited = ticket.replace('.1100.', '.1700.')
  expect(edited).not.toBe(ticket)
  expect((await door.judgeTicket(edited)).judged).toMatchObject({
    refusal: { code: 'ticket_forged' },
  })
})

test('what is on no list and was let in by this phone goes home once', async () => {
  await openApp().rooms.loadRoom()
  kept.delete('door.2026-11-26')
  setOnline(false)
  const { door } = openApp()
  const deed = { nonce: 'nonce-0001', bookingId, act: 'in' as const, text: ticket }
  await door.passDoor(deed)
  expect((await door.judgeTicket(ticket)).judged).toMatchObject({ ok: true, act: 'out' })
  await door.passDoor({ ...deed, nonce: 'nonce-0002', act: 'out' })
  expect((await door.judgeTicket(ticket)).judged).toMatchObject({
    refusal: { code: 'already_gone', since: '09:00' },
  })
})

test('who is no carer any more keeps nothing of the door', async () => {
  await openApp().rooms.loadRoom()
  expect([...kept.keys()]).toContain('door.site')
  answers['showRoom'] = () => {
    throw Object.assign(new Error('no'), { code: 'forbidden' })
  }
  await expect(openApp().rooms.loadRoom()).rejects.toMatchObject({ detail: { code: 'forbidden' } })
  expect([...kept.keys()]).not.toContain('door.site')
})

test('a child that a paper stopped is told as one that came, now or later', async () => {
  const { door, rooms, queue } = openApp()
  await rooms.loadRoom()
  setOnline(false)
  await door.noteStopped(child)
  expect((await queue.openQueue()).waiting).toMatchObject([{ told: { act: 'stopped', bookingId } }])
  setOnline(true)
  told = []
  await rooms.loadRoom()
  expect(told[0]).toMatchObject({ useCase: 'syncDoor', input: { acts: [{ act: 'stopped' }] } })
  expect((await queue.openQueue()).waiting).toEqual([])
})
