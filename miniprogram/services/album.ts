/** Into the phone's album; false when the person does not allow it. */
export async function keepInAlbum(filePath: string): Promise<boolean> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath })
    return true
  } catch {
    return false
  }
}
