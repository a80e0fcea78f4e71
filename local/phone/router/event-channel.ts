type Listener = (...args: unknown[]) => void

/** WeChat's channel between a page and the page that it opened with navigateTo. */
export class EventChannel {
  private listeners = new Map<string, { call: Listener; once: boolean }[]>()

  emit(name: string, ...args: unknown[]): void {
    const all = this.listeners.get(name) ?? []
    this.listeners.set(
      name,
      all.filter((listener) => !listener.once),
    )
    for (const listener of all) listener.call(...args)
  }

  on(name: string, call: Listener): void {
    this.add(name, call, false)
  }

  once(name: string, call: Listener): void {
    this.add(name, call, true)
  }

  off(name: string, call?: Listener): void {
    const kept = call ? (this.listeners.get(name) ?? []).filter((l) => l.call !== call) : []
    this.listeners.set(name, kept)
  }

  private add(name: string, call: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { call, once }])
  }
}

/** The two ends: what one page emits, the other hears. */
export function channelPair(): [opener: EventChannel, opened: EventChannel] {
  const opener = new EventChannel()
  const opened = new EventChannel()
  const toOpened = opened.emit.bind(opened)
  const toOpener = opener.emit.bind(opener)
  opener.emit = toOpened
  opened.emit = toOpener
  return [opener, opened]
}
