import { withLeave } from './with-leave'

/** Into the phone's album; false when the person does not allow it. */
export function keepInAlbum(filePath: string): Promise<boolean> {
  return withLeave('album', () => wx.saveImageToPhotosAlbum({ filePath }))
}
