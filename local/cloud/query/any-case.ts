/** A whole escape, a group's name, a set, or a single character. */
const PARTS = /\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|.)|\(\?<\w+>|\[(?:\\.|[^\]\\])*\]|./gis
/** What a set holds: an escape, a range, or a single character. */
const MEMBERS = /\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|.)|[^\\]-[^\\\]]|./gis

/** The pattern that matches both cases of every letter. Ranges take both cases of A to Z only. */
export function anyCase(pattern: string): string {
  return pattern.replace(PARTS, (part) => {
    if (part.startsWith('[')) return part.replace(/(?<=^\[\^?)[^]*(?=\]$)/, setOf)
    if (part.length > 1 && !isCoded(part)) return part
    const cases = casesOf(part)
    return cases === part ? part : `[${cases}]`
  })
}

const setOf = (members: string): string =>
  members.replace(MEMBERS, (part) => {
    if (/^[^\\]-./s.test(part)) return part + rangesOf(part[0]!, part[2]!)
    return part.length > 1 && !isCoded(part) ? part : casesOf(part)
  })

const isCoded = (part: string): boolean => /^\\[xu][\da-f]+$/i.test(part)

/** The character as it is written, and its other cases where it has any. */
function casesOf(part: string): string {
  const letter = isCoded(part) ? String.fromCharCode(parseInt(part.slice(2), 16)) : part
  const others = [letter.toLowerCase(), letter.toUpperCase()].filter(
    (other) => other.length === 1 && other !== letter,
  )
  return part + others.join('')
}

/** `a-f` for `A-F` and the other way round, as far as the range holds letters. */
function rangesOf(from: string, to: string): string {
  const part = (first: string, last: string, other: (letter: string) => string): string => {
    const [low, high] = [from > first ? from : first, to < last ? to : last]
    return low <= high ? `${other(low)}-${other(high)}` : ''
  }
  return part('a', 'z', (c) => c.toUpperCase()) + part('A', 'Z', (c) => c.toLowerCase())
}
