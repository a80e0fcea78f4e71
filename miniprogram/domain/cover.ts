/** Why a file is no cover. */
export type CoverProblem = 'cover_too_large' | 'cover_not_picture'

/** What a photographed cover may weigh; a phone makes it smaller before. */
export const COVER_MOST_BYTES = 2 * 1024 * 1024
/** So many bytes tell the kind of a picture. */
export const HEAD_BYTES = 12

/** A file as it was found: its size, and its first bytes whatever its name says. */
export interface FoundFile {
  readonly size: number
  readonly head: Uint8Array
}

/** The phone asks before it uploads, the function again before it keeps. */
export function coverProblemOf({ size, head }: FoundFile): CoverProblem | undefined {
  if (!isPicture(head)) return 'cover_not_picture'
  return size > COVER_MOST_BYTES ? 'cover_too_large' : undefined
}

/** JPEG, PNG (W3C), or WebP in its RIFF container (RFC 9649). */
function isPicture(head: Uint8Array): boolean {
  const begins = (at: number, bytes: readonly number[]): boolean =>
    bytes.every((byte, index) => head[at + index] === byte)
  return (
    begins(0, [0xff, 0xd8, 0xff]) ||
    begins(0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) ||
    (begins(0, [0x52, 0x49, 0x46, 0x46]) && begins(8, [0x57, 0x45, 0x42, 0x50]))
  )
}
