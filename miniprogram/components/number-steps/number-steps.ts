/** A number with less and more beside it, for a thumb. Triggers `step` with −1 or 1. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** The number with its unit: `37.3 ℃`. */
    text: { type: String, value: '' },
    /** What it counts, for a screen reader. */
    label: { type: String, value: '' },
  },
  methods: {
    onLess() {
      this.triggerEvent('step', { by: -1 })
    },
    onMore() {
      this.triggerEvent('step', { by: 1 })
    },
  },
})
