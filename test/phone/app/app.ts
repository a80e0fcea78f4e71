App({
  started: '',
  errors: [] as string[],
  onLaunch() {
    this.started = 'launched'
  },
  onError(error: string) {
    this.errors.push(error)
  },
  onUnhandledRejection({ reason }: { reason: unknown }) {
    this.errors.push(`rejected: ${String(reason)}`)
  },
  onPageNotFound({ path }: { path: string }) {
    void wx.reLaunch({ url: `/pages/plain/plain?from=${encodeURIComponent(path)}` })
  },
})
