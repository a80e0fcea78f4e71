import { fen } from '../../miniprogram/domain/money'
import { localDate, localTime } from '../../miniprogram/domain/time'
import { NO_ERRORS } from '../../miniprogram/view/form-errors'
import { TARIFF_FIELDS, draftOf, tariffFormOf } from '../../miniprogram/view/tariff-form'
import {
  nextVersionOf,
  problemWordsOf,
  tariffErrorsOf,
  tariffPageOf,
} from '../../miniprogram/view/tariff-page'
import { aTariff } from '../support/a-tariff'
import { anInstant } from '../support/an-instant'

const tariff = aTariff({
  dayCapFen: fen(9050),
  meal: { at: localTime('11:30'), fen: fen(800) },
  cancelSteps: [
    { daysBefore: 1, time: localTime('20:00'), fen: fen(0) },
    { daysBefore: 0, time: localTime('07:00'), fen: fen(300) },
  ],
})
const list = {
  now: anInstant('2026-11-25 10:00'),
  plannedTo: localDate('2026-12-08'),
  tariffs: [tariff],
}
const form = tariffFormOf(tariff, { version: '2026-12', from: localDate('2026-12-01') })

test('the form begins with the list in force, and reads back as it was', () => {
  const { siteId: _site, savedAt: _saved, ...kept } = tariff
  expect(draftOf(form)).toEqual({ ...kept, version: '2026-12', from: '2026-12-01' })
  expect(tariffErrorsOf(form, list)).toEqual({})
})

test('no cap, no meal and no second step are left empty', () => {
  const draft = draftOf({ ...form, dayCapFen: '', mealFen: '', stepDays: '', stepFen: '' })
  expect(draft).not.toHaveProperty('dayCapFen')
  expect(draft).not.toHaveProperty('meal')
  expect(draft.cancelSteps).toHaveLength(1)
})

test('the page shows every field once, and what is wrong beside it', () => {
  const page = tariffPageOf(form, list, { hourFen: '不能小于 0。' })
  const fields = page.sections.flatMap((section) => section.fields)
  expect(fields.map(({ key }) => key).sort()).toEqual(Object.keys(TARIFF_FIELDS).sort())
  expect(fields.find(({ key }) => key === 'hourFen')?.error).toBe('不能小于 0。')
  expect(tariffPageOf(form, list, NO_ERRORS).versions).toEqual([
    { version: '2026-09', words: '9 月 1 日起 · 每小时 ¥15', on: true },
  ])
})

test('what is no number is said first; what is a bad number is the rules’ word', () => {
  expect(tariffErrorsOf({ ...form, hourFen: '十五', stepFen: '' }, list)).toEqual({
    hourFen: '请写金额，最多两位小数。',
    stepFen: '请写金额，或者和同一档的天数一起空着。',
  })
  expect(tariffErrorsOf({ ...form, hourFen: '-3', version: '2026-09' }, list)).toEqual({
    version: '这个名称用过了，请换一个。',
    hourFen: '不能小于 0。',
  })
})

test('the rules’ word lands on the field of the form that it speaks of', () => {
  const fields = ['classes.early.materialFen', 'cancelSteps.0', 'cancelSteps.1', 'meal.fen']
  const problems = fields.map((field) => ({ field, why: 'negative' }) as const)
  const places = Object.keys(problemWordsOf(problems))
  expect(places).toEqual(['earlyMaterialFen', 'freeDays', 'stepDays', 'mealFen'])
  expect(places.every((place) => place in TARIFF_FIELDS)).toBe(true)
})

test('the next version begins tomorrow, under the month’s name or the next free one', () => {
  expect(nextVersionOf(list)).toEqual({ version: '2026-11', from: '2026-11-26' })
  const taken = { ...list, tariffs: [aTariff({ version: '2026-11' })] }
  expect(nextVersionOf(taken).version).toBe('2026-11b')
})
