import type { Draw, DrawRequest, DrawResult } from '../../../miniprogram/domain/draw'
import type { DrawId, RequestId } from '../../../miniprogram/domain/ids'
import type { Instant } from '../../../miniprogram/domain/time'
import { Collection, type Database } from './collection'

/** Draws of tranches: the seed, who asked, the order and what came of it. */
export function openDraws(db: Database) {
  const draws = new Collection<Draw>(db, 'draws')
  const _ = db.command

  return {
    get: (id: DrawId): Promise<Draw | undefined> => draws.get(id),
    add: (draw: Draw): Promise<boolean> => draws.insert(draw.id, draw),

    /** Those that are to be closed or followed up by now. */
    due: (now: Instant, limit: number): Promise<Draw[]> =>
      draws.find({ nextAt: _.lte(now) }, { orderBy: ['nextAt', 'asc'], limit }),

    /** Puts the household's request in, or another in its place. False when the draw is closed. */
    join: async (id: DrawId, requestId: RequestId, request: DrawRequest): Promise<boolean> =>
      (await draws.change(
        { _id: id, state: 'open', closesAt: _.gt(request.askedAt) },
        { [`requests.${requestId}`]: _.set(request), rev: _.inc(1) },
      )) === 1,

    /** Takes the request out. False when the draw is closed. */
    leave: async (id: DrawId, requestId: RequestId): Promise<boolean> =>
      (await draws.change(
        { _id: id, state: 'open' },
        { [`requests.${requestId}`]: _.remove(), rev: _.inc(1) },
      )) === 1,

    /** Closes it with this order, if no request came meanwhile. False is a lost race. */
    close: async ({ id, rev }: Draw, order: readonly RequestId[]): Promise<boolean> =>
      (await draws.change(
        { _id: id, state: 'open', rev },
        { state: 'drawn', order: _.set([...order]) },
      )) === 1,

    record: (id: DrawId, requestId: RequestId, result: DrawResult): Promise<number> =>
      draws.change(
        { _id: id, [`results.${requestId}`]: _.exists(false) },
        { [`results.${requestId}`]: result },
      ),

    /** Done: who asked for what is forgotten, the order of numbers stays. */
    finish: (id: DrawId): Promise<number> =>
      draws.change(
        { _id: id, state: 'drawn' },
        { state: 'done', requests: _.set({}), nextAt: _.remove() },
      ),
  }
}
