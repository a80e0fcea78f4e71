import type { SessionCardView } from '../../view/session-week'

/** One picture-book session. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: null as unknown as SessionCardView },
  },
})
