import { builtin, part } from './builtin'
import { equipPen } from './canvas-text'

/** The node that SelectorQuery gives for a 2d canvas: the browser's canvas and WeChat's extras. */
const canvasNode = (canvas: HTMLCanvasElement) => {
  const getContext = canvas.getContext.bind(canvas)
  const equipped = new Set<object>()
  return Object.assign(canvas, {
    getContext: (kind: string, options?: object) => {
      const pen = getContext(kind as '2d', options)
      if (!(pen instanceof CanvasRenderingContext2D) || equipped.has(pen)) return pen
      equipped.add(pen)
      return equipPen(pen)
    },
    createImage: () => new Image(),
    createPath2D: (path?: Path2D) => new Path2D(path),
    createImageData: (...size: [number, number]) => new ImageData(...size),
    requestAnimationFrame: (run: FrameRequestCallback) => requestAnimationFrame(run),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  })
}

export const canvas = builtin({
  tag: 'canvas',
  properties: { type: '', canvasId: '', disableScroll: false },
  setup: ({ host }) => {
    const drawing = part('canvas', 'wx-canvas')
    host.append(drawing)
    const node = canvasNode(drawing)
    Object.assign(host, { wxNode: () => node })
  },
})
