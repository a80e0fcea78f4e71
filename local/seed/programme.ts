import dayjs from 'dayjs'
import type { Laptop } from './laptop'
import { SITE } from './site'

type Leader = readonly [name: string, role: 'mother' | 'volunteer' | 'carer', language: string]
const may: Leader = ['阿May', 'mother', 'cantonese']
const li: Leader = ['李阿姨', 'volunteer', 'mandarin']
const chen: Leader = ['陈老师', 'carer', 'mandarin']
const joyce: Leader = ['Joyce', 'mother', 'english']

type Story = readonly [title: string, cover: string, ages: readonly [from: number, to: number]]
/** Invented titles with covers that the app draws itself. */
const rain: Story = ['下雨天', 'umbrella', [18, 36]]
const moon: Story = ['月亮睡了吗', 'moon', [18, 30]]
const caterpillar: Story = ['毛毛虫的早餐', 'caterpillar', [18, 36]]
const cat: Story = ['橘猫找家', 'cat', [24, 36]]
const colours: Story = ['颜色会唱歌', 'colours', [18, 36]]
const fish: Story = ['小鱼的渔邨', 'fish', [18, 36]]

const ROOMS = { reading: 'corner', early: 'play', together: 'hall' } as const
const PLACES = { reading: 8, early: 6, together: 10 } as const

const line = (
  weekday: number,
  [from, to]: [string, string],
  service: keyof typeof ROOMS,
  [title, cover, [fromMonths, toMonths]]: Story,
  [name, role, language]: Leader,
) => ({
  id: `${weekday}${from.replace(':', '')}`,
  weekday,
  span: { from, to },
  service,
  title,
  language,
  leader: { name, role },
  room: ROOMS[service],
  places: PLACES[service],
  accompanied: service === 'together',
  fromMonths,
  toMonths,
  cover,
  bookIds: [`${SITE}_${cover}`],
})

const lines = [
  line(1, ['10:00', '10:30'], 'reading', moon, li),
  line(1, ['15:30', '16:00'], 'reading', fish, may),
  line(2, ['10:00', '10:45'], 'early', colours, chen),
  line(2, ['16:00', '16:30'], 'reading', cat, joyce),
  line(3, ['10:00', '10:30'], 'reading', fish, li),
  line(3, ['15:30', '16:00'], 'reading', rain, may),
  line(4, ['10:00', '10:30'], 'reading', caterpillar, may),
  line(4, ['14:30', '15:15'], 'together', colours, chen),
  line(4, ['16:00', '16:30'], 'reading', moon, li),
  line(5, ['10:00', '10:30'], 'reading', caterpillar, joyce),
  line(5, ['15:30', '16:15'], 'early', rain, chen),
  line(6, ['10:00', '10:30'], 'reading', cat, may),
  line(6, ['15:00', '15:45'], 'together', fish, li),
]

/** What there is every week. */
export const timetable = { _id: SITE, rev: 1, lines }

/** The weeks that hold these dates, with the sessions of these dates. */
export function programmesOn(dates: readonly string[]) {
  const weeks = new Map<string, Record<string, object>>()
  for (const date of dates) {
    const weekday = dayjs(date).day() || 7
    const monday = dayjs(date)
      .subtract(weekday - 1, 'day')
      .format('YYYY-MM-DD')
    const sessions = weeks.get(monday) ?? {}
    weeks.set(monday, sessions)
    for (const { id: key, weekday: on, ...facts } of lines) {
      const id = `${SITE}_${date}_${key}`
      if (on === weekday) sessions[id] = { ...facts, id, siteId: SITE, date }
    }
  }
  return [...weeks].map(([monday, sessions]) => ({
    _id: `${SITE}_${monday}`,
    siteId: SITE,
    monday,
    rev: 1,
    sessions,
  }))
}

interface Listener {
  readonly openid: string
  readonly childId: string
}

/** So many sessions from tomorrow on have families; of each so many ask for a place. */
const LIVELY = 8
const ASK = 5

/**
 * Families book the stories and classes of the next days, each child now and then; what the rules refuse is not
 * booked. The first class takes as many as come and no more, and one family more waits for it.
 */
export async function bookStories(
  laptop: Laptop,
  children: readonly Listener[],
  today: string,
): Promise<void> {
  const { sessions } = await laptop.call('o-community', 'showProgramme', { siteId: SITE })
  const ahead = (sessions as any[]).filter(({ date }) => date > today).slice(0, LIVELY)
  const full = ahead.find(({ service }) => service === 'together')
  for (const [s, session] of ahead.entries()) {
    let asked = 0
    for (let turn = 0; turn < children.length && asked < ASK; turn++) {
      const child = children[(s * ASK + turn) % children.length]
      if (child && (await bookStory(laptop, child, session.id, `seed-story-${s}-${turn}`))) asked++
    }
    if (session === full) await fillUp(laptop, children, session, asked)
  }
}

async function bookStory(
  laptop: Laptop,
  { openid, childId }: Listener,
  sessionId: string,
  attempt: string,
): Promise<boolean> {
  const ask = { siteId: SITE, sessionId, childIds: [childId] }
  const quote = await laptop.tryCall(openid, 'quoteSession', ask)
  if (!quote.ok) return false
  const seen = { attempt, seenTotalFen: quote.value.totalFen, accepted: [] }
  return (await laptop.tryCall(openid, 'bookSession', { ...ask, ...seen })).ok
}

/** The desk takes the class down to who has booked it; the first family that then finds it full waits. */
async function fillUp(
  laptop: Laptop,
  children: readonly Listener[],
  session: any,
  taken: number,
): Promise<void> {
  const { id, date } = session
  const plan = await laptop.call('o-community', 'showWeekPlan', { siteId: SITE, monday: date })
  const {
    children: _,
    waiting: _waiting,
    id: _id,
    date: _date,
    every: _every,
    ...facts
  } = plan.sessions.find((each: any) => each.id === id)
  await laptop.call('o-community', 'saveSession', {
    siteId: SITE,
    date,
    sessionId: id,
    attempt: 'seed-full-class',
    session: { ...facts, places: taken },
  })
  for (const { openid, childId } of children) {
    const ask = { siteId: SITE, sessionId: id, childIds: [childId], attempt: 'seed-wait-class' }
    if ((await laptop.tryCall(openid, 'waitForSession', ask)).ok) return
  }
}
