import type { StoryCardView } from '../../view/story-week'

/** One picture-book session. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    card: { type: Object, value: null as unknown as StoryCardView },
  },
})
