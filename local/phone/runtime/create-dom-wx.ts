import { component } from 'glass-easel-miniprogram-adapter'
import { textDrawn } from '../builtins/canvas-text'
import { asynchronous, type Options } from '../wx/asynchronous'
import { createAnimation } from './create-animation'
import { IntersectionObserver } from './intersection-observer'
import { SelectorQuery, type QueryHost } from './selector-query'

/** The part of `wx` that works on what is on screen; also gives components their methods for it. */
export const createDomWx = (host: QueryHost) => {
  Object.assign(component.ComponentCaller.prototype, {
    createSelectorQuery(this: unknown) {
      return new SelectorQuery(host, this)
    },
    createIntersectionObserver(this: unknown, options?: object) {
      return new IntersectionObserver(this, options)
    },
  })
  return {
    createSelectorQuery: () => new SelectorQuery(host),
    createIntersectionObserver: (scope: unknown, options?: object) =>
      new IntersectionObserver(scope, options),
    createAnimation,
    // The capsule keeps its size here, so there is never anything to tell.
    onMenuButtonBoundingClientRectWeightChange: () => {},
    offMenuButtonBoundingClientRectWeightChange: () => {},
    nextTick: (run: () => void) => queueMicrotask(run),
    createOffscreenCanvas: ({
      width = 300,
      height = 150,
    }: { width?: number; height?: number } = {}) => new OffscreenCanvas(width, height),
    canvasToTempFilePath: asynchronous('canvasToTempFilePath', drawnFile),
  }
}

/** A 2d canvas as a picture file. */
async function drawnFile({ canvas, fileType, quality = 1 }: Options) {
  if (!(canvas instanceof HTMLCanvasElement))
    throw new Error('only a 2d canvas (`canvas`) is supported')
  await textDrawn(canvas)
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((give) => {
    canvas.toBlob(give, type, quality)
  })
  if (!blob) throw new Error('the canvas is empty')
  return { tempFilePath: URL.createObjectURL(blob) }
}
