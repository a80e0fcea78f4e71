import { EJSON } from 'bson'
import fc from 'fast-check'
import { CloudError } from '../../local/cloud/cloud-error'
import { parse, read } from '../../local/cloud/protocol/ejson'

const leaf = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)
const field = fc
  .string()
  .filter(
    (key) =>
      !key.startsWith('$') &&
      !key.includes('\0') &&
      !/^(__proto__|constructor|_bsontype)$/.test(key),
  )
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(field, tie('value')),
  ),
}))

test("whatever the SDK sends is read as bson's own reader reads it", () => {
  fc.assert(
    fc.property(fc.dictionary(field, value), (doc) => {
      const text = EJSON.stringify(doc, { relaxed: false })
      expect(read(text)).toEqual(EJSON.parse(text))
      expect(parse(text, 0)).toEqual(EJSON.parse(text))
    }),
  )
})

test.each([
  ['{"$oid":"64b64c0f9d3e2a0001a1b2c3"}'],
  ['{"$binary":{"base64":"AQI=","subType":"00"}}'],
  ['{"$regularExpression":{"pattern":"a","options":"i"}}'],
  ['{"$date":"2026-11-25T00:00:00Z"}'],
  ['{"$date":{"$numberLong":"-1"}}'],
  ['{"$numberDouble":"Infinity"}'],
])('the rarer kind %s too', (text) => {
  expect(read(`{"a":${text}}`)).toEqual(EJSON.parse(`{"a":${text}}`))
})

test.each([
  ['{"$numberInt":"abc"}'],
  ['{"$numberDouble":""}'],
  ['{"$date":"soon"}'],
  ['{"$date":{"$numberLong":"9e30"}}'],
  ['{"$date":{"$numberLong":"5"},"and":"more"}'],
  ['{"$tcb_server_date":{"offset":"soon"}}'],
  ['{"_bsontype":"Long","low":1,"high":2}'],
  ['{"constructor":1}'],
  ['{"__proto__":{"a":1}}'],
  ['{"a\\u0000b":1}'],
])('%s is no value', (text) => {
  expect(() => parse(`{"a":${text}}`, 0)).toThrow(CloudError)
})
