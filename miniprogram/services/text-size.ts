/** From this font size setting on (standard is 16, the largest 23 and more), pages set their text in 1.5. */
const LARGE = 20

/** The class of a page's root, `<view class="page {{textClass}}">`: grandparents book too. */
export function textClass(): string {
  return (wx.getAppBaseInfo().fontSizeSetting ?? 16) >= LARGE ? 'text-large' : ''
}
