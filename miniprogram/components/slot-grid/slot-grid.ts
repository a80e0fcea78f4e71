import type { SlotCell } from '../../view/slot-grid'

/** The half hours of a day. Fires `pick` with `{time}` for every one, also those that are closed: they say why. */
Component({
  properties: {
    cells: { type: Array, value: [] as SlotCell[] },
  },
  methods: {
    pick(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { time: event.currentTarget.dataset['time'] as string })
    },
  },
})
