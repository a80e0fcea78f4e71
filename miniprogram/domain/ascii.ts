export function isAscii(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text)
}

/** Mini-programs have no TextEncoder; of ASCII each character is a byte. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
