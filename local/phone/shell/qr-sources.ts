import { decodeQr } from './decode-qr'
import type { Stand } from './stand'

/** A phone whose screen shows a readable QR code. */
export interface QrSource {
  stand: Stand
  text: string
  /** The code as it stands on that screen. */
  picture: HTMLCanvasElement | HTMLImageElement
}

const visible = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true }) &&
  element.getBoundingClientRect().width >= 60

/** Looks at the pixels that the other phones show, as the camera of a phone beside them would. */
export async function qrSources(stands: readonly Stand[]): Promise<QrSource[]> {
  const found: QrSource[] = []
  for (const stand of stands) {
    const pictures = stand.frame.contentDocument?.querySelectorAll<
      HTMLCanvasElement | HTMLImageElement
    >('canvas, img')
    for (const picture of pictures ?? []) {
      if (!visible(picture)) continue
      // A picture that is still loading or empty has no pixels yet.
      const text = await decodeQr(picture).catch(() => undefined)
      if (text === undefined) continue
      found.push({ stand, text, picture })
      break
    }
  }
  return found
}
