import type { WaitCard } from '../../view/wait-card'

/** A place that is kept for the family. Fires `accept` with `{id}`: one tap and it is booked. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: {} as WaitCard },
    /** It is being booked. */
    busy: { type: Boolean, value: false },
  },
  methods: {
    accept() {
      this.triggerEvent('accept', { id: this.data.card.id })
    },
  },
})
