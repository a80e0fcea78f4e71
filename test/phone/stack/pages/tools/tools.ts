interface Heard {
  type: string
  detail?: { current?: number; value?: string | number | boolean; x?: number; y?: number }
  touches?: { clientX: number }[]
}

Page({
  data: { heard: [] as string[], answer: '', picture: '', day: '' },
  onLoad({ day }: { day?: string }) {
    this.setData({ day: day ?? '' })
  },
  hear({ type, detail, touches }: Heard) {
    const told = detail?.current ?? detail?.value ?? touches?.length ?? ''
    const at = type === 'change' && detail?.x !== undefined ? `${detail.x},${detail.y}` : told
    this.setData({ heard: [...this.data.heard, `${type} ${String(at)}`.trim()] })
  },
  async ask() {
    const { confirm } = await wx.showModal({ title: '取消预约？' })
    this.setData({ answer: confirm ? '取消了' : '没取消' })
  },
  onShareAppMessage({ from, target }: WechatMiniprogram.Page.IShareAppMessageOption) {
    const kind = (target as { dataset?: { kind?: string } } | undefined)?.dataset?.kind
    const card = { title: `来自 ${from} ${kind ?? ''}`.trim(), path: 'pages/list/list?day=3' }
    return { ...card, promise: Promise.resolve({ ...card, imageUrl: '/images/qr.png' }) }
  },
})
