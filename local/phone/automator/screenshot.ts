/** Takes a PNG of a phone as base64; whoever drives the Chromium that shows the phone gives it. */
export type Camera = (phoneId: string) => Promise<string>

let camera: Camera | undefined

/** Gives the automator eyes; returns what takes them away again. */
export function useCamera(given: Camera): () => void {
  camera = given
  return () => {
    if (camera === given) camera = undefined
  }
}

export function takeScreenshot(phoneId: string): Promise<string> {
  if (!camera) {
    throw new Error('captureScreenshot: this server does not know the browser that shows the phone')
  }
  return camera(phoneId)
}
