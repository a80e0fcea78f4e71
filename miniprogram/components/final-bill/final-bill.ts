import type { FinalBillCard } from '../../view/final-bill'

/** One final bill: what was booked, what happened, line by line, and what is paid of it. */
Component({
  properties: {
    card: { type: Object, value: null as unknown as FinalBillCard },
  },
})
