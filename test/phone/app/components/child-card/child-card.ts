Component({
  properties: { name: String },
  data: { ready: false },
  lifetimes: {
    attached() {
      this.triggerEvent('note', { what: 'attached' })
    },
    ready() {
      this.triggerEvent('note', { what: 'ready' })
    },
  },
  pageLifetimes: {
    show() {
      this.triggerEvent('note', { what: 'show' })
    },
  },
})
