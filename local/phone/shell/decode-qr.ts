import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// The decoder's machine code comes from this server, never from a CDN.
prepareZXingModule({ overrides: { locateFile: () => '/shell/zxing_reader.wasm' } })

/** Draws any picture into pixels; white behind what is transparent, as a screen shows it. */
async function pixelsOf(image: Blob | HTMLCanvasElement | HTMLImageElement): Promise<ImageData> {
  const bitmap = await createImageBitmap(image)
  // A margin, as decoders need the quiet zone that a tightly cropped code lacks.
  const margin = Math.ceil(Math.min(bitmap.width, bitmap.height) / 10)
  const canvas = new OffscreenCanvas(bitmap.width + 2 * margin, bitmap.height + 2 * margin)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(bitmap, margin, margin)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

/** The text of the QR code in a picture, undefined when none can be read. */
export async function decodeQr(
  image: Blob | HTMLCanvasElement | HTMLImageElement,
): Promise<string | undefined> {
  const found = await readBarcodes(await pixelsOf(image), {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  })
  return found[0]?.text
}
