/** Somebody who holds locks; `ended` resolves when they are given back. */
export interface Holder {
  readonly ended: Promise<void>
}

export class Locks {
  private readonly held = new Map<string, Holder>()

  heldByOther(names: string[], own?: Holder): Holder | undefined {
    if (this.held.size === 0) return undefined
    for (const name of names) {
      const holder = this.held.get(name)
      if (holder && holder !== own) return holder
    }
    return undefined
  }

  take(names: string[], holder: Holder): void {
    for (const name of names) this.held.set(name, holder)
  }

  release(holder: Holder): void {
    for (const [name, other] of this.held) if (other === holder) this.held.delete(name)
  }
}
