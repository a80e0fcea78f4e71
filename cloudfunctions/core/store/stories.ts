import type { SiteId } from '../../../miniprogram/domain/ids'
import type { Story } from '../../../miniprogram/domain/story'
import type { LocalDate } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** What a session costs stands in the price list. */
type StoredStory = Omit<Story, 'priceFen'>

export function openStories(db: Database) {
  const stories = new Collection<StoredStory>(db, 'stories')
  const _ = db.command

  return {
    /** Sessions of these days, both ends included, in order of time. */
    async between(siteId: SiteId, from: LocalDate, to: LocalDate): Promise<StoredStory[]> {
      const found = await stories.find(
        { siteId, date: _.and(_.gte(from), _.lte(to)) },
        { orderBy: ['date', 'asc'], limit: 200 },
      )
      return found.sort((a, b) => when(a).localeCompare(when(b)))
    },
  }
}

function when({ date, span }: StoredStory): string {
  return `${date} ${span.from}`
}
