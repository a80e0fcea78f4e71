import { LOAN_RULES } from '../../miniprogram/domain/loan'
import type { NamedSetting } from '../../miniprogram/domain/setting'
import type { Instant } from '../../miniprogram/domain/time'
import { SETTING_DATA, settingPage } from '../../miniprogram/services/setting-page'
import type { Detail } from '../../miniprogram/view/words'

/** What the function answers to each call, and what it was asked. */
let answers: Record<string, object[]>
let saved: { edition: number; attempt: string }[]
/** How often the person still taps the next step of a refusal. */
let taps: number

const ok = (value: object) => ({ ok: true, value, requestId: 'r1' })
const no = (detail: Detail) => ({ ok: false, code: detail.code, detail, requestId: 'r1' })
const settings = ok({ settings: {}, editions: { loans: 3 } })
const changed = no({
  code: 'setting_changed',
  byName: '何经理',
  changedAt: 1_764_000_000_000 as Instant,
  edition: 4,
})

beforeEach(() => {
  saved = []
  taps = 1
  answers = { enterApp: [ok({ site: { id: 'yucun' } })], showSettings: [settings] }
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: ({ data }: { data: { useCase: string; input: never } }) => {
          if (data.useCase === 'saveSetting') saved.push(data.input)
          const [first, ...later] = answers[data.useCase] ?? []
          if (later.length > 0) answers[data.useCase] = later
          return Promise.resolve({ result: first })
        },
      },
      showModal: () => Promise.resolve({ confirm: taps-- > 0 }),
      getAppBaseInfo: () => ({ fontSizeScaleFactor: 1 }),
    },
  })
})

/** A page with the loan rules, opened. */
async function opened() {
  const loans: NamedSetting = { what: 'loans', value: LOAN_RULES }
  const page = {
    ...settingPage,
    data: { ...SETTING_DATA },
    what: 'loans' as const,
    filled: 0,
    said: [] as unknown[],
    setData(change: Partial<typeof SETTING_DATA>) {
      this.data = { ...this.data, ...change }
    },
    fill() {
      this.filled += 1
    },
    async save() {
      this.said.push(await this.store(loans))
    },
  }
  await page.load()
  return page
}

test('what is saved goes with the number it was read with, and is read again', async () => {
  answers['saveSetting'] = [ok({ excess: 2 })]
  const page = await opened()
  await page.onSave()
  expect(saved).toEqual([expect.objectContaining({ edition: 3 })])
  expect(page.said).toEqual([{ ok: true, excess: 2 }])
  expect(page.filled).toBe(2)
  expect(page.data.saving).toBe(false)
})

test('somebody else was faster: my own goes over theirs only when I say so', async () => {
  answers['saveSetting'] = [changed, ok({ excess: 0 })]
  const page = await opened()
  await page.onSave()
  expect(page.data.conflict).toMatchObject({ edition: 4 })
  expect(page.filled).toBe(1)

  await page.onMine()
  expect(saved.map(({ edition }) => edition)).toEqual([3, 4])
  expect(saved[0]?.attempt).not.toBe(saved[1]?.attempt)
  expect(page.data.conflict).toBeNull()
})

test('or I look at theirs', async () => {
  answers['saveSetting'] = [changed]
  const page = await opened()
  await page.onSave()
  expect(page.data.conflict).not.toBeNull()
  page.onFresh()
  await new Promise(setImmediate)
  expect(page.data.conflict).toBeNull()
  expect(page.filled).toBe(2)
})

test('after a failure the retry saves again, under the same attempt', async () => {
  answers['saveSetting'] = [no({ code: 'defect' }), ok({ excess: 0 })]
  const page = await opened()
  await page.onSave()
  await new Promise((done) => setTimeout(done))
  await new Promise((done) => setTimeout(done))
  expect(saved).toHaveLength(2)
  expect(saved[0]?.attempt).toBe(saved[1]?.attempt)
  expect(page.data.saving).toBe(false)
})

test('a second tap while it saves does nothing', async () => {
  answers['saveSetting'] = [ok({ excess: 0 })]
  const page = await opened()
  await Promise.all([page.onSave(), page.onSave()])
  expect(saved).toHaveLength(1)
})

test('settings that cannot be read say so', async () => {
  answers['showSettings'] = [no({ code: 'forbidden' })]
  const page = await opened()
  expect(page.data.failed).not.toBeNull()
  expect(page.filled).toBe(0)
})
