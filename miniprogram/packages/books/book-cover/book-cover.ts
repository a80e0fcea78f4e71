import { coverOf } from '../../../view/book-card'

/** A book's cover; while there is no photograph, or it does not come, its title on coloured paper. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    cover: { type: Object, value: coverOf({ title: '' }) },
    large: { type: Boolean, value: false },
  },
  data: { lost: '' },
  methods: {
    onLost() {
      this.setData({ lost: this.data.cover.src })
    },
  },
})
