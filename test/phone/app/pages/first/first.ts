Page({
  data: { taps: 0, order: '' },
  onLoad(query: Record<string, string>) {
    this.note(`load:${query['from'] ?? ''}`)
  },
  onShow() {
    this.getTabBar()?.setData({ selected: 0 })
    this.note('show')
  },
  onReady() {
    this.note('ready')
  },
  note(what: string) {
    this.setData({ order: `${this.data.order} ${what}`.trim() })
  },
  count() {
    this.setData({ taps: this.data.taps + 1 })
  },
})
