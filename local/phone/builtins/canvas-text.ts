/** A phone's own fonts hold every character at once; these come in slices, when a text needs them. */
const FONTS = "'Phone Sans', 'Phone Sans Rarer', 'Phone Sans Rare'"

type Pen = CanvasRenderingContext2D

const waiting = new WeakMap<object, Promise<unknown>[]>()

/** Resolves when every text of the canvas stands on it. */
export const textDrawn = (canvas: object): Promise<unknown> =>
  Promise.all(waiting.get(canvas) ?? [])

const state = (pen: Pen) => {
  const { font, fillStyle, textAlign, textBaseline, globalAlpha } = pen
  return { font, fillStyle, textAlign, textBaseline, globalAlpha }
}

/** Makes `sans-serif` the phone's fonts, and draws a text once its characters have come. */
export function equipPen(pen: Pen): Pen {
  const own = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'font')
  const fillText = pen.fillText.bind(pen)
  Object.defineProperty(pen, 'font', {
    get: () => own?.get?.call(pen) as string,
    set: (font: string) => {
      own?.set?.call(pen, font.replace(/sans-serif$/, `${FONTS}, sans-serif`))
    },
  })
  pen.fillText = (text: string, x: number, y: number, ...widest: [number?]) => {
    if (document.fonts.check(pen.font, text)) return fillText(text, x, y, ...widest)
    const then = state(pen)
    const where = pen.getTransform()
    const drawn = document.fonts.load(pen.font, text).then(() => {
      pen.save()
      pen.setTransform(where)
      Object.assign(pen, then)
      fillText(text, x, y, ...widest)
      pen.restore()
      return undefined
    })
    waiting.set(pen.canvas, [...(waiting.get(pen.canvas) ?? []), drawn])
    return undefined
  }
  return pen
}
