Page({
  data: {
    list: ['一', '二', '三'],
    rows: Array.from({ length: 12 }, (_, index) => index),
    notes: [] as string[],
    hidden: false,
    child: '',
    done: '',
    cities: ['深圳', '香港'],
    city: '',
    date: '',
    phone: '',
    swiped: 0,
    lower: 0,
    column: 0,
    image: 0,
    html: '<b style="font-size:40rpx">粗</b><script>alert(1)</script>',
    measured: '',
    submitted: '',
  },
  onReady() {
    wx.createSelectorQuery()
      .select('#heading')
      .fields({ size: true, dataset: true, computedStyle: ['fontSize'] }, (result) => {
        this.setData({ measured: `${result['width']} ${result['fontSize']}` })
      })
      .exec()
    wx.createSelectorQuery()
      .select('#drawing')
      .node(({ node }) => {
        const pen = node.getContext('2d') as CanvasPen
        node.width = 20
        node.height = 10
        pen.fillStyle = '#c93f22'
        pen.fillRect(0, 0, 20, 10)
      })
      .exec()
  },
  onNote(event: WechatMiniprogram.CustomEvent<{ what: string }>) {
    this.setData({ notes: [...this.data.notes, event.detail.what] })
  },
  onDone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ done: event.detail.value })
  },
  onCity(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
    this.setData({ city: this.data.cities[event.detail.value] ?? '' })
  },
  onDate(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ date: event.detail.value })
  },
  onPhone(event: WechatMiniprogram.CustomEvent<{ code?: string; errMsg: string }>) {
    this.setData({ phone: event.detail.code ?? event.detail.errMsg })
  },
  onSwipe(event: WechatMiniprogram.CustomEvent<{ current: number }>) {
    this.setData({ swiped: event.detail.current })
  },
  onLower() {
    this.setData({ lower: this.data.lower + 1 })
  },
  onColumn(event: WechatMiniprogram.CustomEvent<{ value: number[] }>) {
    this.setData({ column: event.detail.value[0] ?? 0 })
  },
  onLoadImage(event: WechatMiniprogram.CustomEvent<{ width: number }>) {
    this.setData({ image: event.detail.width })
  },
  onSubmit(event: WechatMiniprogram.CustomEvent<{ value: object }>) {
    this.setData({ submitted: JSON.stringify(event.detail.value) })
  },
})

interface CanvasPen {
  fillStyle: string
  fillRect(x: number, y: number, width: number, height: number): void
}
