import type { Context } from '../kernel/context'
import type { Told } from '../store/readings'

/** Writes into the logs of children who are still registered: who was erased meanwhile gets no new one. */
export async function tellHeard({ store }: Context, told: readonly Told[]): Promise<number> {
  const said = told.filter(({ bookIds }) => bookIds.length > 0)
  const ids = [...new Set(said.map(({ householdId }) => householdId))]
  const households = await store.households.many(ids)
  const known = new Set(households.flatMap(({ children }) => children.map(({ id }) => id)))
  const here = said.filter(({ childId }) => known.has(childId))
  for (const each of here) await store.readings.tell(each)
  return here.length
}
