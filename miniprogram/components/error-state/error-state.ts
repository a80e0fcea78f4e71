import type { Words } from '../../view/words'

/** A page that could not load: what happened, and the next step. Triggers `next` with `{act}`. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** `wordsFor(error)`. */
    words: { type: Object, value: {} as Words },
  },
  methods: {
    onNext() {
      const { next } = this.data.words
      if (next) this.triggerEvent('next', { act: next.act })
    },
  },
})
