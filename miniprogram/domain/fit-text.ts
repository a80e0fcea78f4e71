/**
 * Any text as WeChat takes it in a field of a message (else error 47003): one line, nothing that cannot be seen, no
 * character cut in half. Built from strings: DevTools would write these classes out, range by range, in the package.
 */
const CONTROLS = new RegExp('[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+', 'gu')
/** Halves of characters, private ones, marks of direction and widths of zero; the joiner of emoji stays. */
const UNSEEN = new RegExp('(?!\\u200d)[\\p{Cs}\\p{Co}\\p{Cf}\\u115f\\u1160\\u3164\\uffa0]', 'gu')
/** Only joiners, variations and blanks: nothing for the eye. */
const NOTHING = new RegExp('^(?:\\u200d|[\\ufe00-\\ufe0f\\s])*$', 'u')
/** What is read as one: a flag, or a character with its marks, skin and what is joined to it. */
const READ_AS_ONE = new RegExp('\\p{RI}{2}|[^](?:[\\p{M}\\u{1f3fb}-\\u{1f3ff}]|\\u200d[^])*', 'gu')

/** One line of what can be seen; empty when there is nothing. */
export function plainText(text: string): string {
  const plain = text.replace(UNSEEN, '').replace(CONTROLS, ' ').trim()
  return NOTHING.test(plain) ? '' : plain
}

/** At most so many UTF-16 units, an ellipsis in place of what is cut: WeChat does not say which characters it counts. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  let short = ''
  for (const [one] of text.matchAll(READ_AS_ONE)) {
    if (short.length + one.length > most - 1) break
    short += one
  }
  return `${short}…`
}
