import { ring } from '../../../services/ring'
import type { CallRow } from '../../../view/notice-reach'

/** Families to ring up. With `may-mark` each can be marked as told; triggers `mark` with `{key, called}`. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    rows: { type: Array, value: [] as CallRow[] },
    mayMark: { type: Boolean, value: false },
  },
  methods: {
    onRing(event: WechatMiniprogram.TouchEvent) {
      const { name, phone } = event.currentTarget.dataset as { name: string; phone: string }
      void ring([{ name, phone }])
    },
    onMark(event: WechatMiniprogram.TouchEvent) {
      const { key, called } = event.currentTarget.dataset as { key: string; called: boolean }
      this.triggerEvent('mark', { key, called: !called })
    },
  },
})
