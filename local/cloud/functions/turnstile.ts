/**
 * Lets so many through at once; the others wait in line. CloudBase gives every call an instance of its own, up to
 * a quota; here one process does the work, and a thousand calls at once in one heap would only wait for each other.
 */
export class Turnstile {
  private readonly most: number
  private inside = 0
  private readonly line: (() => void)[] = []

  constructor(most: number) {
    this.most = most
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.most) await new Promise<void>((resolve) => this.line.push(resolve))
    else this.inside += 1
    try {
      return await work()
    } finally {
      // Whoever leaves hands their place to the first in line.
      const next = this.line.shift()
      if (next) next()
      else this.inside -= 1
    }
  }
}
