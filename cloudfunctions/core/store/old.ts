import type { AGING } from '../../../miniprogram/domain/keeping'
import { Collection, type Database } from './collection'

type Aging = (typeof AGING)[number]

/** Documents of several collections that leave by their age. */
export function openOld(db: Database) {
  const _ = db.command

  return {
    /** The ids of some that are older, the oldest first. */
    async before({ collection, field }: Aging, before: string | number, limit: number) {
      const found = await new Collection<object>(db, collection).find(
        { [field]: _.lt(before) },
        { orderBy: [field, 'asc'], limit, fields: { _id: true, siteId: true } },
      )
      return found.map(({ _id }) => _id)
    },

    remove: ({ collection }: Aging, ids: readonly string[]): Promise<number> =>
      new Collection<object>(db, collection).remove({ _id: _.in([...ids]) }),
  }
}
