let before: number | undefined

/** Full light while a code is shown, so that a scanner sees it; no phone is worse off where it cannot. */
export async function brighten(): Promise<void> {
  try {
    before ??= (await wx.getScreenBrightness()).value
    await wx.setScreenBrightness({ value: 1 })
    await wx.setKeepScreenOn({ keepScreenOn: true })
  } catch {
    // The code can be scanned in the light there is.
  }
}

export async function dim(): Promise<void> {
  const value = before
  before = undefined
  if (value === undefined) return
  try {
    await wx.setScreenBrightness({ value })
    await wx.setKeepScreenOn({ keepScreenOn: false })
  } catch {
    // As above.
  }
}
