/** What a child at the door can be found by. */
export interface Findable {
  readonly name: string
  readonly guardians: readonly { readonly name: string; readonly phone: string }[]
}

/** Digits of a phone number's end that a person can say by heart. */
const TAIL = /^\d{3,11}$/

/**
 * Whether what the carer typed means this child: a part of its name or of a guardian's, or the end of a phone number
 * (three digits or more). Nothing typed means nobody.
 */
export function isMeant(typed: string, { name, guardians }: Findable): boolean {
  const text = typed.replace(/\s/g, '')
  if (text === '') return false
  if (TAIL.test(text)) return guardians.some(({ phone }) => phone.endsWith(text))
  return name.includes(text) || guardians.some((guardian) => guardian.name.includes(text))
}
