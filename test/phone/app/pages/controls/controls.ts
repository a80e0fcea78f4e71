interface Noted {
  type: string
  detail: Record<string, unknown>
  currentTarget: { dataset: { name?: string } }
}

Page({
  data: {
    notes: [] as string[],
    slide: 0,
    slides: [1, 2, 3],
    rows: Array.from({ length: 10 }, (_, index) => index),
    into: '',
    refreshing: false,
    hours: [8, 9, 10],
    range: [
      ['上午', '下午'],
      ['9 点', '10 点'],
    ],
    at: [0, 0],
    focused: false,
    inMiddle: false,
    percent: 0,
    place: '',
    scrolled: 0,
    pulled: 0,
  },
  note({ type, detail, currentTarget }: Noted) {
    const value = detail['value'] ?? detail['current'] ?? detail['direction'] ?? ''
    const said = `${currentTarget.dataset.name ?? ''} ${type} ${JSON.stringify(value)}`
    this.setData({ notes: [...this.data.notes, said] })
  },
  noteMove({ detail }: WechatMiniprogram.CustomEvent<{ x: number; y: number; source: string }>) {
    this.setData({ place: `${Math.round(detail.x)},${Math.round(detail.y)},${detail.source}` })
  },
  noteScroll({ detail }: WechatMiniprogram.CustomEvent<{ scrollTop: number }>) {
    this.setData({ scrolled: detail.scrollTop })
  },
  notePull({ detail }: WechatMiniprogram.CustomEvent<{ dy: number }>) {
    this.setData({ pulled: detail.dy })
  },
  refresh() {
    this.setData({ refreshing: true })
  },
  refreshed() {
    this.setData({ refreshing: false })
  },
  onColumn({ detail }: WechatMiniprogram.CustomEvent<{ column: number; value: number }>) {
    if (detail.column === 0)
      this.setData({ 'range[1]': detail.value === 1 ? ['14 点', '15 点'] : ['9 点', '10 点'] })
  },
  shout({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    return detail.value.replace('0', '')
  },
})
