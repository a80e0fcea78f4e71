type Colour = readonly [red: number, green: number, blue: number, alpha: number]
export const colourOf = (css: string): Colour => {
  const parts = css.match(/[\d.]+/g)?.map(Number) ?? []
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts
  return [red, green, blue, alpha]
}
const over = (top: Colour, below: Colour, opacity: number): Colour => {
  const alpha = top[3] * opacity
  const mix = (index: 0 | 1 | 2): number => top[index] * alpha + below[index] * (1 - alpha)
  return [mix(0), mix(1), mix(2), 1]
}
const luminance = ([red, green, blue]: Colour): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const opacityOf = (element: Element | null): number => {
  let opacity = 1
  for (let each = element; each; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity)
  return opacity
}

/** What lies behind a point of the window: a picture of the page whose text was made transparent, as a PNG in base64. */
export async function groundOf(png: string): Promise<(x: number, y: number) => Colour> {
  const picture = new Image()
  picture.src = `data:image/png;base64,${png}`
  await picture.decode()
  const { naturalWidth: width, naturalHeight: height } = picture
  const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(picture, 0, 0)
  const { data } = pen.getImageData(0, 0, width, height)
  const scale = width / window.innerWidth
  return (x, y) => {
    const at = (Math.floor(y * scale) * width + Math.floor(x * scale)) * 4
    const [red = 255, green = 255, blue = 255] = data.subarray(at, at + 3)
    return [red, green, blue, 1]
  }
}

/** WCAG's contrast of an element's text on a ground. */
export const contrastOf = (element: Element, ground: Colour): number => {
  const ink = over(colourOf(getComputedStyle(element).color), ground, opacityOf(element))
  const [light = 0, dark = 0] = [luminance(ink), luminance(ground)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
