/** On a child's round picture: 雨 for 小雨, what it is called by. A rare character or an emoji stays whole. */
export function childInitial(name: string): string {
  const letters = Array.from(name)
  const last = letters[letters.length - 1] ?? ''
  return isLatin(last) ? adultInitial(name) : last
}

/** On an adult's: 李 for 李阿姨, J for Joyce. */
export function adultInitial(name: string): string {
  return (Array.from(name)[0] ?? '').toUpperCase()
}

const isLatin = (letter: string): boolean => /[a-z]/i.test(letter)
