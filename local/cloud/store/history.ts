import type { HotDoc } from './hot-docs'

interface Old {
  version: number
  /** The document before that version; undefined when it did not exist. */
  before: HotDoc | undefined
}

/** What documents held before recent writes, kept only as long as some transaction may still look back. */
export class History {
  private version = 0
  private readers = 0
  private readonly olds = new Map<string, Map<string, Old[]>>()

  /** A point in time to read at; `leave` it when done. */
  enter(): number {
    this.readers++
    return this.version
  }

  leave(): void {
    this.readers--
    if (this.readers === 0) this.olds.clear()
  }

  note(collection: string, id: string, read: () => HotDoc | undefined): void {
    this.version++
    if (this.readers === 0) return
    const before = read()
    let ids = this.olds.get(collection)
    if (!ids) this.olds.set(collection, (ids = new Map<string, Old[]>()))
    const list = ids.get(id)
    if (list) list.push({ version: this.version, before })
    else ids.set(id, [{ version: this.version, before }])
  }

  /** The first write after `point`, or undefined when the document is as it was. */
  changedSince(point: number, collection: string, id: string): Old | undefined {
    return this.olds
      .get(collection)
      ?.get(id)
      ?.find((old) => old.version > point)
  }

  idsChangedSince(point: number, collection: string): string[] {
    const ids = [...(this.olds.get(collection)?.keys() ?? [])]
    return ids.filter((id) => this.changedSince(point, collection, id))
  }
}
