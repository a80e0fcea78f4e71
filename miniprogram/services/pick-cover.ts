import { COVER_MOST_BYTES, HEAD_BYTES, coverProblemOf, type CoverProblem } from '../domain/cover'

export type PickedCover =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: CoverProblem }

/** A photograph this large is not even tried: making it smaller would take all the memory of an old phone. */
const ORIGINAL_MOST = 10 * 1024 * 1024
/** A cover fills half a screen at most. */
const WIDTH = 900

/** A cover from the camera or the album, small enough to keep; undefined when nobody chose one. */
export async function pickCover(): Promise<PickedCover | undefined> {
  const chosen = await choose()
  if (!chosen) return undefined
  const { path, size } = chosen
  const problem = coverProblemOf({ size: 0, head: headOf(path) })
  if (problem) return { ok: false, code: problem }
  if (size > ORIGINAL_MOST) return { ok: false, code: 'cover_too_large' }
  try {
    const src = path
    const { tempFilePath } = await wx.compressImage({ src, quality: 70, compressedWidth: WIDTH })
    const { size: small } = wx.getFileSystemManager().statSync(tempFilePath) as { size: number }
    if (small > COVER_MOST_BYTES) return { ok: false, code: 'cover_too_large' }
    return { ok: true, path: tempFilePath }
  } catch {
    // It begins like a picture, and is none.
    return { ok: false, code: 'cover_not_picture' }
  }
}

async function choose(): Promise<{ readonly path: string; readonly size: number } | undefined> {
  try {
    const { tempFiles } = await wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    const [file] = tempFiles
    return file && { path: file.tempFilePath, size: file.size }
  } catch {
    return undefined
  }
}

function headOf(path: string): Uint8Array {
  try {
    const files = wx.getFileSystemManager()
    const head = files.readFileSync(path, undefined, 0, HEAD_BYTES) as ArrayBuffer
    return new Uint8Array(head)
  } catch {
    // Shorter than any picture.
    return new Uint8Array()
  }
}
