import type { MonthSteps } from '../../view/statement'

/** A month between the one before and the one after. Fires `pick` with `{month}`. */
Component({
  properties: {
    steps: { type: Object, value: {} as MonthSteps },
  },
  methods: {
    onPick({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('pick', { month: String(currentTarget.dataset['month']) })
    },
  },
})
