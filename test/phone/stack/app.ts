App({
  story: [] as string[],
  /** What the app hears of its own coming and going. */
  moves: [] as string[],
  onShow({ path, scene }: WechatMiniprogram.App.LaunchShowOption) {
    this.moves.push(`show ${path} ${scene}`)
  },
  onHide() {
    this.moves.push('hide')
  },
})
