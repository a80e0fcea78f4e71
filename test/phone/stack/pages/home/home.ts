import { tell } from '../../tell'

Page({
  data: { taps: 0, typed: '', items: [{ name: '绘本' }, { name: '积木' }], answer: '' },
  onLoad: () => tell(`home load of ${getCurrentPages().length}`),
  onShow: () => tell('home show'),
  onReady: () => tell('home ready'),
  onHide: () => tell('home hide'),
  onUnload: () => tell('home unload'),
  onPullDownRefresh() {
    tell('home pulled')
    void wx.stopPullDownRefresh()
  },
  onPageScroll: ({ scrollTop }: { scrollTop: number }) => tell(`home scrolled ${scrollTop > 0}`),
  onReachBottom: () => tell('home bottom'),
  count() {
    this.setData({ taps: this.data.taps + 1 })
  },
  typed({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value })
  },
  add: (a: number, b: number) => a + b,
  async subscribe() {
    const answer = await wx
      .requestSubscribeMessage({ tmplIds: ['tmpl-1', 'tmpl-2'] })
      .catch(({ errMsg }: { errMsg: string }) => ({ errMsg }))
    this.setData({ answer: JSON.stringify(answer) })
  },
  fall() {
    throw new Error('fell over')
  },
})
