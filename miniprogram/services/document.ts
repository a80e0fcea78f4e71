/** Keeps a workbook on the phone, under its month's name, and opens it; from there it can be forwarded. */
export async function openWorkbook({
  name,
  base64,
}: {
  readonly name: string
  readonly base64: string
}): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name.replace(/[^\w.-]+/g, '_')}`
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: base64,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
  await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
}
