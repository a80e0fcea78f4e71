import fc from 'fast-check'
import { TEMPLATES, fitData, fitField } from '../../miniprogram/domain/template'

const anyText = fc.string({ unit: 'binary', maxLength: 80 })

describe('a field of a WeChat message', () => {
  test('keeps what fits', () => expect(fitField('thing1', '小雨')).toBe('小雨'))

  test('a thing is cut to twenty characters, the last an ellipsis', () => {
    expect(fitField('thing1', '字'.repeat(20))).toBe('字'.repeat(20))
    expect(fitField('thing1', '字'.repeat(21))).toBe(`${'字'.repeat(19)}…`)
  })

  test('an emoji is left out whole rather than cut in half', () =>
    expect(fitField('thing1', `${'字'.repeat(18)}🐟🐟`)).toBe(`${'字'.repeat(18)}…`))

  test('a thing is never empty, for WeChat refuses that', () => {
    expect(fitField('thing1', '')).toBe('无')
    expect(fitField('thing1', ' \n ')).toBe('无')
  })

  test('line breaks become spaces', () =>
    expect(fitField('thing1', ' 带水杯\n和帽子 ')).toBe('带水杯 和帽子'))

  test('a character string keeps letters, digits and signs only', () =>
    expect(fitField('character_string1', 'YN 渔-01')).toBe('YN-01'))

  test('a whole message is fitted field by field', () =>
    expect(fitData({ thing1: '字'.repeat(30), time2: '2026年9月7日 09:00' })).toEqual({
      thing1: `${'字'.repeat(19)}…`,
      time2: '2026年9月7日 09:00',
    }))
})

test.each([
  ['thing1', 20],
  ['phrase2', 5],
  ['name3', 10],
  ['character_string4', 32],
])('%s holds at most %i characters of any text, and fitting again changes nothing', (field, most) =>
  fc.assert(
    fc.property(anyText, (text) => {
      const fitted = fitField(field, text)
      expect(fitted.length).toBeLessThanOrEqual(most)
      expect(() => encodeURIComponent(fitted)).not.toThrow() // no half a character
      expect(fitField(field, fitted)).toBe(fitted)
    }),
  ),
)

test('every field that the templates declare has a kind whose limits are known', () => {
  const kinds = Object.values(TEMPLATES).flatMap(({ fields }) =>
    Object.keys(fields).map((field) => field.replace(/\d+$/, '')),
  )
  expect([...new Set(kinds)].sort()).toEqual(['amount', 'thing', 'time'])
})
