import { tell } from '../../tell'

Page({
  onLoad(query: Record<string, string>) {
    const words = Object.entries(query).map((pair) => pair.join('='))
    tell(['deep load', ...words, `of ${getCurrentPages().length}`].join(' '))
  },
  onShow: () => tell('deep show'),
  onReady: () => tell('deep ready'),
  onHide: () => tell('deep hide'),
  onUnload: () => tell('deep unload'),
})
