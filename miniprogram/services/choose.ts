/** Lets the person choose one of a few; undefined when the sheet was closed. WeChat's sheet takes at most six. */
export async function choose(labels: readonly string[]): Promise<number | undefined> {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: [...labels] })
    return tapIndex
  } catch {
    return undefined
  }
}
