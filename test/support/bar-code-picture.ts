import type { Page } from 'playwright-core'

/** Widths of a digit's four bars in an EAN-13 (ISO/IEC 15420), dark and light in turn. */
const WIDTHS = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112']
/** Which of the six left digits are mirrored, by the first digit. */
const MIRRORED = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
]

/** The bars of thirteen digits as one row of ones (dark) and zeros. */
export function barsOf(digits: string): string {
  const widthsOf = (digit: string | undefined) => WIDTHS[Number(digit)] ?? ''
  const bars = (widths: string, first: '0' | '1'): string =>
    Array.from(widths, (width, at) =>
      ((at % 2 === 0) === (first === '1') ? '1' : '0').repeat(Number(width)),
    ).join('')
  const mirrored = MIRRORED[Number(digits[0])] ?? ''
  const left = Array.from(digits.slice(1, 7), (digit, at) => {
    const widths = widthsOf(digit)
    return bars(mirrored[at] === '1' ? Array.from(widths).toReversed().join('') : widths, '0')
  })
  const right = Array.from(digits.slice(7), (digit) => bars(widthsOf(digit), '1'))
  return `101${left.join('')}01010${right.join('')}101`
}

/** A photograph of a back cover, a little askew and grey as photographs are. */
export async function barCodePicture(page: Page, digits: string): Promise<Buffer> {
  const png = await page.evaluate((bars) => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const pen = canvas.getContext('2d')!
    pen.fillStyle = '#e9e4da'
    pen.fillRect(0, 0, 640, 480)
    pen.translate(320, 240)
    pen.rotate(0.05)
    pen.fillStyle = '#f7f5f0'
    pen.fillRect(-180, -90, 360, 180)
    pen.fillStyle = '#26241f'
    for (const [at, bar] of Array.from(bars).entries())
      if (bar === '1') pen.fillRect(-142.5 + at * 3, -70, 3, 130)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  }, barsOf(digits))
  return Buffer.from(png, 'base64')
}
