let connected: boolean | undefined

/** Whether the phone itself says that it has no network; one that has may still reach nobody. */
export async function isOffline(): Promise<boolean> {
  if (connected === undefined) {
    wx.onNetworkStatusChange(({ isConnected }) => {
      connected = isConnected
    })
    const { networkType } = await wx.getNetworkType()
    connected = networkType !== 'none'
  }
  return !connected
}
