import * as v from 'valibot'
import * as shape from './shapes'

const whole = (from: number, to: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(from), v.maxValue(to))

export const healthRules = v.strictObject({
  feverTenths: whole(370, 385),
  checkUpMonths: whole(1, 24),
  illnesses: v.pipe(
    shape.list(
      v.strictObject({
        id: shape.anyId,
        name: shape.typed(8),
        days: whole(0, 60),
        lookBackDays: whole(0, 14),
      }),
      30,
    ),
    v.check((all) => new Set(all.map(({ id }) => id)).size === all.length),
  ),
})

export const showHealthRules = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ rules: healthRules }),
}
