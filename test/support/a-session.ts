import type { SessionId, SiteId } from '../../miniprogram/domain/ids'
import { fen } from '../../miniprogram/domain/money'
import type { PricedSession } from '../../miniprogram/domain/session'
import { MONDAY } from './a-day'
import { aSpan } from './a-span'

/** A free reading in Mandarin on `MONDAY` 10:00–10:30, for 18 to 36 months, ten places in the care room. */
export function aSession(
  facts: Partial<Omit<PricedSession, 'id' | 'span'>> & { id?: string; span?: string } = {},
): PricedSession {
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
    ...more,
    id: id as SessionId,
    span: aSpan(span),
  }
}
