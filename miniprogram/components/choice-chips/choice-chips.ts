interface Choice {
  readonly value: string
  readonly label: string
  readonly on: boolean
}

/** Words to tap in a row, large enough for a thumb. Triggers `choose` with the value tapped. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    choices: { type: Array, value: [] as Choice[] },
    /** What is being chosen, for a screen reader. */
    label: { type: String, value: '' },
    /** Several may be on at once. */
    many: { type: Boolean, value: false },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('choose', { value: String(event.currentTarget.dataset['value']) })
    },
  },
})
