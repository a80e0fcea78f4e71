/** Nothing here yet, and what to do about it. Triggers `act` when its button is tapped. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    /** Words of the button; no button when empty. */
    label: { type: String, value: '' },
  },
  methods: {
    onAct() {
      this.triggerEvent('act')
    },
  },
})
