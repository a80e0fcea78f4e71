import type { BookingCard } from '../../view/booking-card'

/** One booking in a list. Fires `open` with `{id}`. */
Component({
  properties: {
    card: { type: Object, value: {} as BookingCard },
  },
  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.card.id })
    },
  },
})
