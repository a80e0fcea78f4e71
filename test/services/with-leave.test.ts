import type { Site } from '../../miniprogram/domain/site'
import { localDate } from '../../miniprogram/domain/time'
import type { addToCalendar as AddToCalendar } from '../../miniprogram/services/add-to-calendar'
import type { keepInAlbum as KeepInAlbum } from '../../miniprogram/services/album'
import { aSpan } from '../support/a-span'

/** What WeChat got, in its order. */
let got: [string, any][]
/** What WeChat answers each time it is asked to do it: an errMsg, or nothing for done. */
let answers: string[]
/** Whether the person follows to the settings, and what is allowed there then. */
let settings: { confirm: boolean; authSetting: object }
let addToCalendar: typeof AddToCalendar
let keepInAlbum: typeof KeepInAlbum

const DENIED = 'saveImageToPhotosAlbum:fail auth deny'
const story = {
  title: '《月亮睡了吗》',
  date: localDate('2026-11-26'),
  span: aSpan('10:00-10:30'),
}

beforeEach(async () => {
  got = []
  answers = []
  settings = { confirm: true, authSetting: {} }
  const does = (name: string) => async (asked: any) => {
    got.push([name, asked])
    const errMsg = answers.shift()
    if (errMsg) throw Object.assign(new Error(), { errMsg })
  }
  const site: Partial<Site> = { name: '渔你成长小屋', address: '渔邨社区党群服务中心' }
  const wx = {
    cloud: { callFunction: async () => ({ result: { ok: true, value: { site } } }) },
    addPhoneCalendar: does('calendar'),
    saveImageToPhotosAlbum: does('album'),
    showModal: async (asked: any) => {
      got.push(['asked', asked])
      return settings
    },
    openSetting: async () => {
      got.push(['settings', undefined])
      return settings
    },
  }
  Object.assign(globalThis, { wx })
  jest.resetModules()
  await require('../../miniprogram/services/session').enter()
  ;({ addToCalendar } = require('../../miniprogram/services/add-to-calendar'))
  ;({ keepInAlbum } = require('../../miniprogram/services/album'))
})

const did = () => got.map(([name]) => name)

describe('A session in the phone’s calendar', () => {
  test('has its title, begin and end by Shanghai’s clock, the place, and an alarm an hour before', async () => {
    expect(await addToCalendar(story)).toBe(true)
    expect(got).toEqual([
      [
        'calendar',
        {
          title: '渔你成长小屋 · 《月亮睡了吗》',
          startTime: Date.parse('2026-11-26T10:00:00+08:00') / 1000,
          // WeChat wants the begin as a number, the end as words.
          endTime: String(Date.parse('2026-11-26T10:30:00+08:00') / 1000),
          location: '渔邨社区党群服务中心',
          alarmOffset: 3600,
        },
      ],
    ])
  })

  test('that the person closes is not there, and nothing more is asked', async () => {
    answers = ['addPhoneCalendar:fail cancel']
    expect(await addToCalendar(story)).toBe(false)
    expect(did()).toEqual(['calendar'])
  })

  test('that the phone was once told to refuse is there as soon as the settings allow it', async () => {
    answers = ['addPhoneCalendar:fail auth deny']
    settings = { confirm: true, authSetting: { 'scope.addPhoneCalendar': true } }
    expect(await addToCalendar(story)).toBe(true)
    expect(did()).toEqual(['calendar', 'asked', 'settings', 'calendar'])
  })
})

describe('A picture in the album', () => {
  test('is the file that was drawn', async () => {
    expect(await keepInAlbum('wxfile://passport.png')).toBe(true)
    expect(got).toEqual([['album', { filePath: 'wxfile://passport.png' }]])
  })

  test('that the phone refuses is told with the way to its settings', async () => {
    answers = [DENIED]
    settings = { confirm: false, authSetting: {} }
    expect(await keepInAlbum('wxfile://passport.png')).toBe(false)
    expect(got[1]).toMatchObject(['asked', { title: '还不能存到相册', confirmText: '去设置' }])
    expect(did()).toEqual(['album', 'asked'])
  })

  test('is not tried again where the settings still say no', async () => {
    answers = [DENIED]
    settings = { confirm: true, authSetting: { 'scope.writePhotosAlbum': false } }
    expect(await keepInAlbum('wxfile://passport.png')).toBe(false)
    expect(did()).toEqual(['album', 'asked', 'settings'])
  })
})
