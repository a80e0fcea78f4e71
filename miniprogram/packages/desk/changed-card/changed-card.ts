import type { Words } from '../../../view/words'

/** Somebody else changed the setting meanwhile. Fires `fresh` to look at theirs, `mine` to save one's own over it. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { words: { type: Object, value: null as unknown as Words } },
  methods: {
    onFresh() {
      this.triggerEvent('fresh')
    },
    onMine() {
      this.triggerEvent('mine')
    },
  },
})
