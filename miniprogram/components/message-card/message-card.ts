import type { MessageCardView } from '../../view/message-cards'

/** One message of the inbox. Fires `open` with `{page}` when it leads somewhere. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: null as unknown as MessageCardView },
  },
  methods: {
    onOpen() {
      const { page } = this.data.card
      if (page) this.triggerEvent('open', { page })
    },
  },
})
