export interface Played {
  lane: string
  what: string
  id: string
  n: number
}
interface Open {
  /** The documents as they were at the first operation, and when that was. */
  seen: Map<string, number>
  at: number
  puts: Map<string, number | undefined>
}

/** Snapshot isolation in its simplest words: whole copies, one thing after another. */
export class Model {
  readonly docs = new Map<string, number>()
  private readonly changedAt = new Map<string, number>()
  private readonly open = new Map<string, Open>()
  private time = 0

  locked(id: string, but = ''): boolean {
    return [...this.open].some(([lane, { puts }]) => lane !== but && puts.has(id))
  }

  /** What the cloud must answer. */
  play({ lane, what, id, n }: Played): unknown {
    if (lane === 'plain') {
      if (what === 'get') return this.docs.get(id)
      if (what === 'find') return idsWith(n, this.docs)
      const wanted = after(this.docs.get(id), what, n)
      if (wanted !== this.docs.get(id)) this.write(id, wanted)
      return 'none'
    }
    if (what === 'commit' || what === 'abort') {
      const mine = this.open.get(lane)
      this.open.delete(lane)
      if (what === 'commit') for (const [key, value] of mine?.puts ?? []) this.write(key, value)
      return 'none'
    }
    const mine = this.open.get(lane) ?? { seen: new Map(this.docs), at: this.time, puts: new Map() }
    this.open.set(lane, mine)
    const now = mine.puts.has(id) ? mine.puts.get(id) : mine.seen.get(id)
    if (what === 'get') return now
    if (what === 'find') return idsWith(n, new Map([...mine.seen, ...mine.puts]))
    const wanted = after(now, what, n)
    if (wanted === now) return 'none'
    if (this.locked(id, lane) || (this.changedAt.get(id) ?? 0) > mine.at) {
      this.open.delete(lane)
      return 'DATABASE_TRANSACTION_CONFLICT'
    }
    mine.puts.set(id, wanted)
    return 'none'
  }

  /** Also where it ends as it began: a document made and removed in one transaction was touched. */
  private write(id: string, value: number | undefined): void {
    this.changedAt.set(id, ++this.time)
    if (value === undefined) this.docs.delete(id)
    else this.docs.set(id, value)
  }
}

const idsWith = (n: number, docs: Map<string, number | undefined>): string[] =>
  [...docs.keys()].filter((id) => docs.get(id) === n).sort()

function after(now: number | undefined, what: string, n: number): number | undefined {
  if (what === 'set') return n
  if (what === 'remove') return undefined
  return now === undefined ? undefined : now + 1
}
