import type { SpanChoice } from '../../view/span-choice'

/** From when to when, on two wheels of half hours. Fires `change` with the indices `{from, to}` of the choice's times. */
Component({
  properties: {
    choice: { type: Object, value: {} as SpanChoice },
  },
  methods: {
    onFrom(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { from: Number(event.detail.value), to: this.data.choice.to })
    },
    onTo(event: WechatMiniprogram.PickerChange) {
      this.triggerEvent('change', { from: this.data.choice.from, to: Number(event.detail.value) })
    },
  },
})
