/** How many requests of each kind the functions made, by function and use case. */
export interface RequestCount {
  function: string
  useCase: string
  action: string
  count: number
}

export class Requests {
  private readonly counts = new Map<string, RequestCount>()

  note(caller: string, useCase: string, action: string): void {
    const key = `${caller} ${useCase} ${action}`
    const row = this.counts.get(key)
    if (row) row.count++
    else this.counts.set(key, { function: caller, useCase, action, count: 1 })
  }

  list(): RequestCount[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count)
  }

  clear(): void {
    this.counts.clear()
  }
}
