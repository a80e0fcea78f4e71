/** How many requests of each kind the functions made, by function and use case. */
export interface RequestCount {
  function: string
  useCase: string
  action: string
  count: number
  /** Of the bodies, both ways. */
  bytes: number
}

export class Requests {
  private readonly counts = new Map<string, RequestCount>()

  note(caller: string, useCase: string, action: string): RequestCount {
    const key = `${caller} ${useCase} ${action}`
    const row = this.counts.get(key) ?? { function: caller, useCase, action, count: 0, bytes: 0 }
    this.counts.set(key, row)
    row.count++
    return row
  }

  list(): RequestCount[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count)
  }

  clear(): void {
    this.counts.clear()
  }
}
