import type { SessionCardView } from '../../view/session-week'

/** One session. Fires `open` with `{id}`. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: null as unknown as SessionCardView },
  },
  methods: {
    open() {
      this.triggerEvent('open', { id: this.data.card.id })
    },
  },
})
