import type { SeriesLine } from '../../view/series-words'

/** Days and what is known of each, one a line. Fires `open` with `{id}` for a day that has a booking. */
Component({
  properties: {
    lines: { type: Array, value: [] as SeriesLine[] },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset['id'])
      if (id) this.triggerEvent('open', { id })
    },
  },
})
