/** A canvas as a picture file that can be saved and shared. */
export function pictureOf(canvas: WechatMiniprogram.Canvas): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.canvasToTempFilePath({
      canvas,
      fileType: 'png',
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}

/** Into the phone's album; false when the person does not allow it. */
export async function keepInAlbum(filePath: string): Promise<boolean> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath })
    return true
  } catch {
    return false
  }
}
