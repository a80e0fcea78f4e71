import type { KidChip } from '../../view/kid-chips'

/** For whom: one child is only named, siblings can be ticked together. Fires `toggle` with `{id}`. */
Component({
  properties: {
    kids: { type: Array, value: [] as KidChip[] },
  },
  methods: {
    toggle(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('toggle', { id: event.currentTarget.dataset['id'] as string })
    },
  },
})
