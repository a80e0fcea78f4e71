import type { SessionId, SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import type { SeatedSession } from '../../miniprogram/view/session-week'
import { MONDAY } from './a-day'
import { aSpan } from './a-span'

/** A free reading in Mandarin on `MONDAY` 10:00–10:30, for 18 to 36 months, ten places in the care room. */
export function aSession(
  facts: Partial<Omit<SeatedSession, 'id' | 'span'>> & { id?: string; span?: string } = {},
): SeatedSession {
  const { id = 'session-1', span = '10:00-10:30', ...more } = facts
  return {
    siteId: 'yucun' as SiteId,
    date: MONDAY,
    service: 'reading',
    title: '毛毛虫的早餐',
    language: 'mandarin',
    leader: { name: '阿May', role: 'mother' },
    room: 'play',
    places: 10,
    accompanied: false,
    fromMonths: 18,
    toMonths: 36,
    cover: 'caterpillar',
    bookIds: [],
    priceFen: fen(0),
    free: 10,
    limit: 'session',
    ...more,
    id: id as SessionId,
    span: aSpan(span),
  }
}
