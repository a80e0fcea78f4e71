import fc from 'fast-check'
import { badField } from '../../local/cloud/wechat/check-fields'
import { templates } from '../../local/seed/templates'
import type { SessionId } from '../../miniprogram/domain/ids'
import {
  bookedMessage,
  changeMessage,
  doorMessage,
  excludedMessage,
  exposureMessage,
  lostDrawMessage,
  missedMessage,
  noticeMessage,
  offerMessage,
  reminderMessage,
  seriesFullMessage,
  seriesMessage,
  type Message,
} from '../../miniprogram/domain/message'
import { waitOverMessage, withdrawnMessage } from '../../miniprogram/domain/cancelled-message'
import type { Fen } from '../../miniprogram/domain/money'
import { TEMPLATES, fitData } from '../../miniprogram/domain/template'
import { localDate, localTime, type Instant } from '../../miniprogram/domain/time'

const thing = (text: string) => fitData({ thing1: text })['thing1']

describe('A text in a field of a WeChat message', () => {
  test('stays as it is when it fits', () => expect(thing('小雨')).toBe('小雨'))

  test('is cut to twenty characters, the last an ellipsis', () => {
    expect(thing('字'.repeat(20))).toBe('字'.repeat(20))
    expect(thing('字'.repeat(21))).toBe(`${'字'.repeat(19)}…`)
  })

  test.each([
    ['an emoji', '🐟'],
    ['a flag', '🇭🇰'],
    ['a family of emoji', '👨‍👩‍👧'],
    ['a hand with its skin', '👋🏽'],
    ['a letter with its marks', 'é̂̃'],
  ])('%s is left out whole rather than cut in half', (_name, one) =>
    expect(thing(`${'字'.repeat(18)}${one}${one}`)).toBe(`${'字'.repeat(18)}…`),
  )

  test('a family of emoji that fits stays one', () => expect(thing('👨‍👩‍👧来了')).toBe('👨‍👩‍👧来了'))

  test.each(['', ' \n ', '\u200b\u202e', '\ufe0f\u200d', '\u3164', '\ud800'])(
    'is never empty, for WeChat refuses that (%j)',
    (nothing) => expect(thing(nothing)).toBe('无'),
  )

  test('is one line without marks of direction', () =>
    expect(thing(' 带水杯\n和\u202e帽子\u0007 ')).toBe('带水杯 和帽子'))

  test('leaves times and amounts alone', () =>
    expect(fitData({ time2: '2026年9月7日 09:00', amount3: '¥57.00' })).toEqual({
      time2: '2026年9月7日 09:00',
      amount3: '¥57.00',
    }))
})

/** Letters of all scripts, marks, emoji, controls, directions and halves of characters, alone and mixed. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '👨‍👩‍👧',
        '🇨🇳',
        '🇨',
        'é',
        '\u0301',
        '\u200d',
        '\u202e',
        '\ud83d',
        '\n',
        ' ',
        '渔',
        '\ufe0f',
        '🏽',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
)

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)))
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((at) =>
    localTime(
      `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
    ),
  )

/** What WeChat documents of the kinds that our templates use. */
const DOCUMENTED: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n\r\t]{1,20}$/,
  time: /^\d{4}年\d{1,2}月\d{1,2}日 \d\d:\d\d$/,
  amount: /^¥\d{1,8}\.\d\d$/,
}

test('no text of a person and no number makes a message that WeChat refuses (47003)', () =>
  fc.assert(
    fc.property(
      fc.tuple(anyText, anyText, anyText),
      anyDate,
      fc.tuple(anyTime, anyTime),
      fc.integer(),
      ([one, two, three], date, [from, to], number) => {
        const care = { childNames: [one, two], date, span: { from, to }, bookingId: 'b-1' }
        const at = number as Instant
        const total = number as Fen
        const messages: Message[] = [
          bookedMessage(care, total),
          reminderMessage(care, three),
          offerMessage(care, Math.abs(number) as Instant),
          offerMessage(
            { ...care, session: { title: one, accompanied: false } },
            Math.abs(number) as Instant,
          ),
          missedMessage(care, 2),
          changeMessage(care, two, three),
          waitOverMessage(care, { id: 's-1' as SessionId, title: one }, three),
          withdrawnMessage({ ...care, session: { title: three, accompanied: true } }, two),
          seriesMessage(care, 's-1', 3, total),
          seriesFullMessage(care, 's-1'),
          lostDrawMessage(care),
          doorMessage('in', care, Math.abs(at) as Instant, three),
          doorMessage('out', care, Math.abs(at) as Instant, three),
          noticeMessage({ title: one, text: two }, date, from),
          excludedMessage({ childName: one, until: date, cancelled: 1 }, date, from),
          exposureMessage({ illness: three, date }, date, from),
        ]
        for (const { template, data } of messages) {
          expect(Object.keys(data)).toEqual(Object.keys(TEMPLATES[template].fields))
          const sent = Object.fromEntries(
            Object.entries(data).map(([field, value]) => [field, { value }]),
          )
          expect(badField(sent)).toBeUndefined()
          for (const [field, value] of Object.entries(data)) {
            expect(value).toMatch(DOCUMENTED[field.replace(/\d+$/, '')] ?? /never/)
            expect(value.trim()).toBe(value)
            expect(() => encodeURIComponent(value)).not.toThrow() // no half a character
          }
          expect(fitData(data)).toEqual(data) // fitting again changes nothing
        }
      },
    ),
    { numRuns: 80 },
  ))

test('WeChat knows the templates as they are declared', () => {
  expect(
    Object.fromEntries(
      templates.map(({ id, title, fields }) => [id.split('-')[1], { title, fields }]),
    ),
  ).toEqual(TEMPLATES)
})
