import { NO_NOTES } from '../../../view/door-notes'

/** What carers must see above the room. Triggers `agree` with `{id}` and `settle` with `{nonce}`. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    notes: { type: Object, value: NO_NOTES },
  },
  methods: {
    onAgree(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('agree', { id: event.currentTarget.dataset['id'] as string })
    },
    onSettle(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('settle', { nonce: event.currentTarget.dataset['nonce'] as string })
    },
  },
})
