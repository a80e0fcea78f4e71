/** What a form asks of each field inside it. */
export interface Field {
  name: () => string
  value: () => unknown
  reset: () => void
}

const fields = new WeakMap<Element, Field>()

export const registerField = (host: Element, field: Field) => void fields.set(host, field)

export const fieldOf = (host: Element) => fields.get(host)
