import { accept } from '../../../miniprogram/domain/result'
import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'

export const showStories: UseCase<'showStories', 'anyone'> = {
  name: 'showStories',
  access: { for: 'anyone' },
  async run({ store, now }, { siteId }) {
    const today = dateOf(now)
    return accept({ now, stories: await store.stories.between(siteId, today, addDays(today, 6)) })
  },
}
