import type { Detail } from './words'

/** What is wrong, by field. */
export type FormErrors = Readonly<Record<string, string>>

/** The function's word on each field (`phone.number` → `phone`), where the page has a place for it. */
export function errorsOf(detail: Detail, words: FormErrors): FormErrors {
  if (detail.code !== 'invalid_input') return {}
  const fields = detail.fields.map(({ path }) => path.split('.')[0] ?? '')
  return Object.fromEntries(
    fields.filter((field) => field in words).map((field) => [field, words[field] ?? '']),
  )
}

export function hasErrors(errors: FormErrors): boolean {
  return Object.keys(errors).length > 0
}

export const NO_ERRORS: FormErrors = {}

/** The rest, once the person has changed this field. */
export function withoutError(errors: FormErrors, field: string): FormErrors {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field))
}
