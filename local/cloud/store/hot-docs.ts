import { read, type Doc } from '../protocol/ejson'

/** Documents kept parsed; the hot ones are few: the days that everybody books. */
const MOST = 1000
/** Views kept of one document: pages ask for few different ones. */
const MOST_VIEWS = 20

/** A document as it is now stored. Shared by all requests: nothing in it may be changed. */
export class HotDoc {
  readonly id: string
  readonly text: string
  private parsed: Doc | undefined
  /** Canonical EJSON of what projections made of it, by the projection's own text. */
  readonly views = new Map<string, string>()

  constructor(id: string, text: string, doc?: Doc) {
    this.id = id
    this.text = text
    this.parsed = doc
  }

  /** Parsed when first asked for: a read by id needs only the text. */
  get doc(): Doc {
    return (this.parsed ??= read(this.text))
  }

  view(projection: string, make: () => string): string {
    const known = this.views.get(projection)
    if (known !== undefined) return known
    const text = make()
    if (this.views.size < MOST_VIEWS) this.views.set(projection, text)
    return text
  }
}

/**
 * The documents used last. Reading and parsing cost more than matching, so it happens once for each state of a document.
 * One process owns the file, so what is here is what is there, as long as every write passes through `put`.
 */
export class HotDocs {
  private readonly docs = new Map<string, HotDoc>()

  get(collection: string, id: string): HotDoc | undefined {
    return this.docs.get(keyOf(collection, id))
  }

  put(collection: string, hot: HotDoc): HotDoc {
    const key = keyOf(collection, hot.id)
    this.docs.delete(key)
    if (this.docs.size >= MOST) this.docs.delete(this.docs.keys().next().value!)
    this.docs.set(key, hot)
    return hot
  }

  drop(collection: string, id: string): void {
    this.docs.delete(keyOf(collection, id))
  }

  clear(): void {
    this.docs.clear()
  }
}

const keyOf = (collection: string, id: string): string => `${collection}/${id}`
