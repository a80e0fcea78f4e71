import fc from 'fast-check'
import { decideBooking } from '../../miniprogram/domain/decide-booking'
import { CARER_LOAD } from '../../miniprogram/domain/load'
import { slotKeysOf, type Span } from '../../miniprogram/domain/span'
import { timeAt } from '../../miniprogram/domain/time'
import { aChild } from '../support/a-child'
import { aDay } from '../support/a-day'
import { BIG, LITTLE } from '../support/a-site'
import { anInstant } from '../support/an-instant'
import { withChildren } from '../support/with-children'

const NOW = anInstant('2026-09-06 12:00')
const spans = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 2, max: 6 }))
  .map(([from, length]): Span => ({
    from: timeAt(540 + from * 30),
    to: timeAt(540 + Math.min(6, from + length) * 30),
  }))
const kids = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  months: fc.integer({ min: 17, max: 36 }),
})
const asks = fc.array(
  fc.record({ span: spans, kids: fc.array(kids, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 40 },
)
const plans = fc.record({
  places: fc.integer({ min: 0, max: 19 }),
  littleCap: fc.integer({ min: 0, max: 15 }),
  little: fc.integer({ min: 0, max: 3 }),
  big: fc.integer({ min: 0, max: 3 }),
})

const dayOf = ({
  places,
  littleCap,
  little,
  big,
}: typeof plans extends fc.Arbitrary<infer Plan> ? Plan : never) =>
  aDay({
    site: { places, groups: [{ ...LITTLE, cap: littleCap }, BIG] },
    carers: { little, big },
  })

test('whatever is asked in whatever order, room, group and carers always suffice and no child is twice', () =>
  fc.assert(
    fc.property(plans, asks, (plan, list) => {
      let day = dayOf(plan)
      const taken = new Set<string>()
      const wrong: string[] = []
      for (const { span, kids: named } of list) {
        const children = named.map(({ id, months }) => aChild({ id: `family-${id}`, months }))
        const answer = decideBooking({
          day,
          children,
          span,
          now: NOW,
          hasPlace: (slot, childId) => taken.has(`${slot} ${childId}`),
        })
        if (!answer.ok) continue
        day = withChildren(day, answer.value, span)
        for (const key of slotKeysOf(span))
          for (const { childId } of answer.value) {
            if (taken.has(`${key} ${childId}`)) wrong.push(`${childId} twice at ${key}`)
            taken.add(`${key} ${childId}`)
          }
      }
      for (const slot of Object.values(day.slots)) {
        if (slot.children > plan.places) wrong.push('the room')
        for (const group of day.groups) {
          const { carers, children, load } = slot.groups[group.id]!
          if (children > group.cap) wrong.push(`the group ${group.id}`)
          if (load > carers * CARER_LOAD) wrong.push(`the carers of ${group.id}`)
        }
      }
      expect(wrong).toEqual([])
    }),
  ))

test('no place is refused while there is one: a day fills to exactly the least of its limits', () =>
  fc.assert(
    fc.property(plans, (plan) => {
      let day = dayOf(plan)
      const span = { from: timeAt(540), to: timeAt(720) }
      let count = 0
      for (let id = 1; id <= 25; id++) {
        const children = [aChild({ id: `family-${id}`, months: 20 })]
        const answer = decideBooking({ day, children, span, now: NOW, hasPlace: () => false })
        if (!answer.ok) continue
        count++
        day = withChildren(day, answer.value, span)
      }
      expect(count).toBe(Math.min(plan.places, plan.littleCap, plan.little * 5))
    }),
  ))

test('every span that a full one suggests would be accepted', () =>
  fc.assert(
    fc.property(plans, asks, spans, (plan, list, wanted) => {
      let day = dayOf(plan)
      const ask = (span: Span, children = [aChild({ months: 20 })]) =>
        decideBooking({ day, children, span, now: NOW, hasPlace: () => false })
      for (const [n, { span }] of list.entries()) {
        const answer = ask(span, [aChild({ id: `other-${n}`, months: 20 })])
        if (answer.ok) day = withChildren(day, answer.value, span)
      }
      const answer = ask(wanted)
      const nearest =
        !answer.ok && answer.refusal.code === 'session_full' ? answer.refusal.nearest : []
      expect(nearest.every((span) => ask(span).ok)).toBe(true)
      expect(nearest.length).toBeLessThanOrEqual(3)
    }),
  ))
