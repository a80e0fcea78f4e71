import { tell } from '../../tell'

Page({
  onLoad(query: Record<string, string>) {
    const words = Object.entries(query).map((pair) => pair.join('='))
    tell(['mine load', ...words, `of ${getCurrentPages().length}`].join(' '))
  },
  onShow: () => tell('mine show'),
  onReady: () => tell('mine ready'),
  onHide: () => tell('mine hide'),
  onUnload: () => tell('mine unload'),
})
