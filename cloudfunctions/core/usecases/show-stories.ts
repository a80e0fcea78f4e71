import { accept } from '../../../miniprogram/domain/result'
import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { UseCase } from '../kernel/use-case'
import { pricedStories } from './priced-stories'

export const showStories: UseCase<'showStories', 'anyone'> = {
  name: 'showStories',
  access: { for: 'anyone' },
  async run({ store, now }, { siteId }) {
    const today = dateOf(now)
    const [stories, tariffs] = await Promise.all([
      store.stories.between(siteId, today, addDays(today, 6)),
      store.sites.tariffs(siteId),
    ])
    return accept({ now, stories: pricedStories(stories, tariffs) })
  },
}
