export type Pen = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

/** A picture's own measure, and how many pixels it has for each of these. */
interface Size {
  readonly width: number
  readonly height: number
  readonly sharp?: number
}

/** What a sheet is to its drawing: a component with a canvas `#sheet`. */
interface Sheet {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery
  triggerEvent(name: 'drawn', detail: { path: string }): void
}

// A canvas knows no CSS variables: the theme's colours by their names.
export const PAPER = '#fffaf2'
export const INK = '#2b2a28'
export const SOFT = '#6b665f'
export const SEA = '#0b6e78'
export const SKY = '#cfe8ef'
export const LEAF = '#3f7d3d'
const FONT = '"PingFang SC", "Noto Sans SC", sans-serif'

/** Draws a sheet on its paper. Triggers `drawn` with the picture, a file that can be kept and shared. */
export function paintSheet(
  sheet: Sheet,
  { width, height, sharp = 1 }: Size,
  draw: (pen: Pen) => void,
): void {
  const paint = async (canvas: WechatMiniprogram.Canvas): Promise<void> => {
    canvas.width = width * sharp
    canvas.height = height * sharp
    const pen: Pen = canvas.getContext('2d')
    pen.scale(sharp, sharp)
    pen.fillStyle = PAPER
    pen.fillRect(0, 0, width, height)
    draw(pen)
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' })
    sheet.triggerEvent('drawn', { path: tempFilePath })
  }
  sheet
    .createSelectorQuery()
    .select('#sheet')
    .node(({ node }) => void paint(node as WechatMiniprogram.Canvas))
    .exec()
}

/** One line of words; what is wider is squeezed. `look` is its weight and size. */
export function writeOn(
  pen: Pen,
  text: string,
  [x, y]: readonly [number, number],
  look: string,
  colour: string,
  widest: number,
): void {
  pen.font = `${look} ${FONT}`
  pen.fillStyle = colour
  pen.fillText(text, x, y, widest)
}
