import { DATE, PLACES, childrenOf, type Reply } from './point'

/** What one caller wanted: so many of its children on so many days, all or nothing. */
export interface Asked {
  readonly n: number
  readonly what: { useCase: string; input: object }
  readonly children: 1 | 2
  readonly days: 1 | 2
}

export interface Findings {
  readonly booked: number
  readonly refused: number
  readonly unanswered: number
  /** Half hours of the raced span that hold exactly as many children as there are places. */
  readonly fullSlots: number
  /** Half hours with more children than places, or whose count is not that of their reservations. */
  readonly over: number
  /** Places that a family was told it has, and has not. */
  readonly lost: number
  /** Places that stand although nobody was told so, and copies without their place or places without their copy. */
  readonly leaked: number
  /** Families with some but not all of what they asked for. */
  readonly torn: number
}

type Document = Record<string, any>

/** Reads the books against what the callers were told, by other eyes than the app's own rules. */
export async function findings(
  url: string,
  asked: readonly Asked[],
  replies: readonly (Reply | undefined)[],
): Promise<Findings> {
  const documents = async (collection: string): Promise<Document[]> =>
    (await (await fetch(`${url}/__local/collections/${collection}`)).json()).documents
  const days = await documents('days')
  const standing = days.flatMap(standingOf)
  const copies = (await documents('bookings')).filter(({ state }) => state === 'booked')
  const placesOf = new Map<string, number>()
  for (const { childId } of standing) placesOf.set(childId, (placesOf.get(childId) ?? 0) + 1)
  let [booked, refused, unanswered, lost, leaked, torn] = [0, 0, 0, 0, 0, 0]
  for (const [index, { n, children, days: count }] of asked.entries()) {
    const reply = replies[index]
    const has = childrenOf(n).reduce((sum, id) => sum + (placesOf.get(id) ?? 0), 0)
    const whole = children * count
    if (reply?.ok) booked++
    else if (reply && reply.code !== 'busy' && reply.code !== 'defect') refused++
    else unanswered++
    if (reply?.ok) lost += Math.max(0, whole - has)
    else leaked += has
    if (has > 0 && has !== whole) torn++
  }
  const ids = new Set<string>(standing.map(({ id }) => id))
  const copied = new Set<string>(copies.map(({ id }) => id))
  leaked += [...copied].filter((id) => !ids.has(id)).length
  leaked += [...ids].filter((id) => !copied.has(id)).length
  return { booked, refused, unanswered, ...slotFindings(days), lost, leaked, torn }
}

function slotFindings(days: readonly Document[]): { over: number; fullSlots: number } {
  let over = 0
  let fullSlots = 0
  for (const day of days)
    for (const [key, { children }] of Object.entries<Document>(day.slots)) {
      const here = standingOf(day).filter(({ span }) => {
        const at = `${key.slice(0, 2)}:${key.slice(2)}`
        return span.from <= at && at < span.to
      })
      if (children > PLACES || children !== here.length) over++
      if (day.date === DATE && children === PLACES) fullSlots++
    }
  return { over, fullSlots }
}

function standingOf({ reservations }: Document): Document[] {
  return Object.entries<Document>(reservations)
    .map(([id, each]): Document => ({ ...each, id }))
    .filter(({ state }) => state !== 'cancelled' && state !== 'missed')
}
