import type { Span } from '../../../domain/span'
import { HALF_HOUR_WORDS, halfHourIndex, movedSpan } from '../../../view/half-hours'
import { clock } from '../../../view/when'

/** From and to by the half hour. Fires `change` with `{span}`, which never runs backwards. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    span: { type: Object, value: null as unknown as Span },
    /** For whom or what: 周四. */
    label: { type: String, value: '' },
  },
  data: { times: HALF_HOUR_WORDS, from: '', to: '', fromIndex: 0, toIndex: 0 },
  observers: {
    span(span: Span | null) {
      if (!span) return
      this.setData({
        from: clock(span.from),
        to: clock(span.to),
        fromIndex: halfHourIndex(span.from),
        toIndex: halfHourIndex(span.to),
      })
    },
  },
  methods: {
    onMove(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const end = event.currentTarget.dataset['end'] as 'from' | 'to'
      const span = movedSpan(this.data.span, end, Number(event.detail.value))
      this.triggerEvent('change', { span })
    },
  },
})
