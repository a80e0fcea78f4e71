/** Room above it, in pixels, so that its label is seen too. */
const ABOVE = -16

/** Brings the first field that is wrong into sight, once the page shows it as wrong. */
export function showFirstError(): void {
  wx.nextTick(() => {
    wx.pageScrollTo({ selector: '.field-wrong', offsetTop: ABOVE, duration: 200, fail: () => {} })
  })
}
