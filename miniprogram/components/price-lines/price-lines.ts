import type { BillView } from '../../view/bill'

/** A bill line by line, each with its reason, and what it is compared with. */
Component({
  properties: {
    bill: { type: Object, value: null as unknown as BillView },
    totalLabel: { type: String, value: '离园后付' },
  },
})
