const { greet } = require('./greet')

Page({
  data: { words: greet('小雨') },
  next() {
    wx.navigateTo({ url: '/packages/extra/second/second?from=plain' })
  },
})
