import { component } from 'glass-easel-miniprogram-adapter'
import { textDrawn } from '../builtins/canvas-text'
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
    canvasToTempFilePath: ({
      canvas,
      fileType = 'png',
      quality = 1,
      success,
      fail,
    }: {
      canvas?: HTMLCanvasElement
      fileType?: 'png' | 'jpg'
      quality?: number
      success?: (result: { tempFilePath: string; errMsg: string }) => void
      fail?: (error: { errMsg: string }) => void
    }) => {
      if (!canvas) {
        fail?.({ errMsg: 'canvasToTempFilePath:fail only a 2d canvas (`canvas`) is supported' })
        return
      }
      const give = (blob: Blob | null) => {
        if (blob)
          success?.({ tempFilePath: URL.createObjectURL(blob), errMsg: 'canvasToTempFilePath:ok' })
        else fail?.({ errMsg: 'canvasToTempFilePath:fail the canvas is empty' })
      }
      const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png'
      void textDrawn(canvas).then(() => canvas.toBlob(give, type, quality))
    },
  }
}
