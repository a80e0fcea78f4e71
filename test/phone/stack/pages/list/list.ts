import { tell } from '../../tell'

Page({
  onLoad(query: Record<string, string>) {
    const words = Object.entries(query).map((pair) => pair.join('='))
    tell(['list load', ...words, `of ${getCurrentPages().length}`].join(' '))
  },
  onShow: () => tell('list show'),
  onReady: () => tell('list ready'),
  onHide: () => tell('list hide'),
  onUnload: () => tell('list unload'),
})
