Page({
  data: { from: '' },
  onLoad(query: Record<string, string>) {
    this.setData({ from: query['from'] ?? '' })
  },
})
