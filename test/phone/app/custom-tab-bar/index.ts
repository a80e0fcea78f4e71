Component({
  data: {
    selected: -1,
    list: [
      { path: '/pages/first/first', text: '第一' },
      { path: '/pages/gallery/gallery', text: '组件' },
    ],
  },
  methods: {
    choose(event: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      void wx.switchTab({ url: event.currentTarget.dataset.path })
    },
  },
})
