import type { ScanKind } from '../wx/shell-link'
import { decodeCode } from './decode-code'
import type { Stand } from './stand'

/** A phone whose screen shows a readable code. */
export interface CodeSource {
  stand: Stand
  text: string
  scanType: string
  /** The code as it stands on that screen. */
  picture: HTMLCanvasElement | HTMLImageElement
}

const visible = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) &&
  element.getBoundingClientRect().width >= 60

/** Looks at the pixels that the other phones show, as the camera of a phone beside them would. */
export async function codeSources(
  stands: readonly Stand[],
  kinds: readonly ScanKind[],
): Promise<CodeSource[]> {
  const found: CodeSource[] = []
  for (const stand of stands) {
    const pictures = stand.frame.contentDocument?.querySelectorAll<
      HTMLCanvasElement | HTMLImageElement
    >('canvas, img')
    for (const picture of pictures ?? []) {
      if (!visible(picture)) continue
      // A picture that is still loading or empty has no pixels yet.
      const code = await decodeCode(picture, kinds).catch(() => undefined)
      if (!code) continue
      found.push({ stand, ...code, picture })
      break
    }
  }
  return found
}
