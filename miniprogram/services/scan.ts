/** The text of the QR code that the camera saw; undefined when the person closed the camera. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await wx.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}

/** The number under the bar code of a book; undefined when the person closed the camera. */
export async function scanBarCode(): Promise<string | undefined> {
  try {
    const { result } = await wx.scanCode({ scanType: ['barCode'] })
    return result
  } catch {
    return undefined
  }
}
