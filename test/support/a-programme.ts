import { SITE } from '../../local/seed/site'
import { TOMORROW, type Family, type Point } from './open-point'

export const DESK = 'o-community'

/** A story for all ages on TOMORROW, in the corner of the care room. */
export const FACTS = {
  span: { from: '10:00', to: '10:30' },
  service: 'reading',
  title: '毛毛虫的早餐',
  language: 'mandarin',
  leader: { name: '阿May', role: 'mother' },
  room: 'corner',
  places: 8,
  accompanied: false,
  fromMonths: 18,
  toMonths: 36,
  cover: 'caterpillar',
  bookIds: [] as string[],
}

let attempts = 0
/** Made anew for each tap. */
const attempt = (): string => `attempt-${++attempts}-programme`

/** The desk and the families of a point, as they plan and book sessions. */
export function aProgramme(point: () => Point) {
  const save = (facts: object = {}, more: object = {}) =>
    point().tryCall(DESK, 'saveSession', {
      siteId: SITE,
      date: TOMORROW,
      attempt: attempt(),
      session: { ...FACTS, ...facts },
      ...more,
    })
  return {
    save,
    /** Each session stands at a time of its own. */
    planned: async (from: string, to: string, facts: object = {}): Promise<string> => {
      const saved = await save({ span: { from, to }, ...facts })
      expect(saved).toMatchObject({ ok: true })
      return saved.value.sessionId
    },
    book: async (each: Family, sessionId: string, more: Record<string, unknown> = {}) => {
      const ask = { siteId: SITE, sessionId, childIds: more['childIds'] ?? each.childIds }
      const quote = await point().tryCall(each.openid, 'quoteSession', ask)
      return point().tryCall(each.openid, 'bookSession', {
        ...ask,
        attempt: attempt(),
        seenTotalFen: quote.value?.totalFen ?? 0,
        accepted: [],
        ...more,
      })
    },
    wait: (each: Family, sessionId: string) =>
      point().tryCall(each.openid, 'waitForSession', {
        siteId: SITE,
        sessionId,
        childIds: each.childIds,
        attempt: 'waiting-attempt',
      }),
    shown: (sessionId: string, openid = 'o-anybody') =>
      point().call(openid, 'showSession', { siteId: SITE, sessionId }),
    dayOf: async (date: string) => {
      return (await point().documents('days')).find(({ _id }) => _id === `${SITE}_${date}`)
    },
    told: async ({ openid }: Family) => {
      const { messages } = await point().call(openid, 'listMessages', {})
      return (messages as any[]).map(({ template }) => template)
    },
  }
}
