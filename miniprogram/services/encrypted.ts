/**
 * WeChat's encrypted storage (AES-128, only in the asynchronous calls): for what a carer's phone keeps about children.
 * A phone that cannot, or is full, goes on without: it then forgets when the app is closed.
 */
export async function keepEncrypted(key: string, data: unknown): Promise<void> {
  try {
    await wx.setStorage({ key, data, encrypt: true })
  } catch (error) {
    console.warn(error)
  }
}

export async function keptEncrypted<T>(key: string): Promise<T | undefined> {
  try {
    const { data } = await wx.getStorage<T>({ key, encrypt: true })
    return data
  } catch {
    return undefined
  }
}
