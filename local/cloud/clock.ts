export interface ClockState {
  /** Milliseconds since 1970 that the cloud shows. */
  now: number
  running: boolean
}

export interface SavedClock {
  ahead?: number
  standing?: number
}

/** The time of the whole cloud. It follows the machine until somebody sets it, so tests can stand at 08:59. */
export class Clock {
  private shown = 0
  private since = 0
  private moving = true
  private readonly listeners: ((state: ClockState) => void)[] = []

  constructor() {
    this.followMachine()
  }

  now(): number {
    return this.moving ? this.shown + (Date.now() - this.since) : this.shown
  }

  state(): ClockState {
    return { now: this.now(), running: this.moving }
  }

  set(change: { now?: number; running?: boolean }): ClockState {
    // Whole milliseconds, as every clock of a machine: a browser counts finer.
    this.shown = Math.round(change.now ?? this.now())
    this.since = Date.now()
    this.moving = change.running ?? this.moving
    return this.tell()
  }

  followMachine(): ClockState {
    this.shown = this.since = Date.now()
    this.moving = true
    return this.tell()
  }

  /** How to show the same time again after a restart: ahead of the machine by that many milliseconds, or standing still. */
  saved(): SavedClock {
    return this.moving ? { ahead: this.shown - this.since } : { standing: this.shown }
  }

  load({ ahead, standing }: SavedClock): void {
    this.set({ now: standing ?? Date.now() + (ahead ?? 0), running: standing === undefined })
  }

  onChange(listener: (state: ClockState) => void): void {
    this.listeners.push(listener)
  }

  private tell(): ClockState {
    const state = this.state()
    for (const listener of this.listeners) listener(state)
    return state
  }
}
