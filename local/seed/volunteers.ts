import dayjs from 'dayjs'
import type { Laptop } from './laptop'
import type { programmesOn } from './programme'
import { SITE } from './site'

interface SeedVolunteer {
  readonly openid: string
  readonly name: string
  readonly team: 'mother' | 'volunteer'
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  readonly availability: readonly string[]
  /** The certificate's last day, from today; absent: the point has not looked yet. */
  readonly until?: number
  readonly trainings?: readonly string[]
  readonly ended?: true
}

const ALWAYS = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [`${weekday}am`, `${weekday}pm`])
const MORNINGS = ALWAYS.filter((half) => half.endsWith('am'))
const BOTH = ['cantonese', 'mandarin']

/** Of every state one: busy, expiring, run out, waiting for the point, gone. */
export const volunteers: readonly SeedVolunteer[] = [
  {
    openid: 'o-may',
    name: '阿May',
    team: 'mother',
    skills: ['early', 'stories'],
    languages: BOTH,
    availability: ALWAYS,
    until: 210,
    trainings: ['婴幼儿急救', '粤语绘本朗读'],
  },
  {
    openid: 'o-joyce',
    name: 'Joyce',
    team: 'mother',
    skills: ['stories'],
    languages: ['english', 'cantonese'],
    availability: ALWAYS,
    until: 21,
    trainings: ['婴幼儿急救'],
  },
  {
    openid: 'o-li',
    name: '李阿姨',
    team: 'volunteer',
    skills: ['stories', 'early'],
    languages: ['mandarin'],
    availability: ALWAYS,
    until: 130,
    trainings: ['志愿者岗前培训'],
  },
  {
    openid: 'o-ling',
    name: '阿玲',
    team: 'mother',
    skills: ['science', 'stories'],
    languages: BOTH,
    availability: [...MORNINGS, '4pm', '6pm'],
    until: 95,
    trainings: ['科普活动设计'],
  },
  {
    openid: 'o-mei',
    name: '美姐',
    team: 'mother',
    skills: ['early', 'science'],
    languages: BOTH,
    availability: ['2am', '4pm', '6pm'],
    until: 300,
  },
  {
    openid: 'o-wang',
    name: '王叔',
    team: 'volunteer',
    skills: ['science'],
    languages: ['mandarin'],
    availability: MORNINGS,
    until: -1,
    trainings: ['志愿者岗前培训'],
  },
  {
    openid: 'o-xu',
    name: '小许',
    team: 'volunteer',
    skills: ['stories'],
    languages: ['mandarin', 'english'],
    availability: ['6am', '6pm'],
  },
  {
    openid: 'o-granny',
    name: '黄婆婆',
    team: 'volunteer',
    skills: ['stories'],
    languages: ['cantonese'],
    availability: MORNINGS,
    until: 40,
    ended: true,
  },
]

/** Lines of the timetable whose leader is still looked for, and those that want helpers. */
const OPEN = /_(41600|61500)$/
const HELPED: Readonly<Record<string, number>> = { '51000': 1, '61500': 2, '41430': 1 }
/** The point looked at everybody three weeks ago. */
const BEFORE = 20

/** Applied, vetted, in the sessions of their names, their time of the last weeks confirmed: all through the functions. */
export async function engageVolunteers(
  laptop: Laptop,
  programmes: ReturnType<typeof programmesOn>,
  today: string,
): Promise<void> {
  const at = (days: number, time: string) =>
    laptop.control('clock', {
      now: Date.parse(`${dayjs(today).add(days, 'day').format('YYYY-MM-DD')}T${time}:00+08:00`),
      running: false,
    })
  await at(-BEFORE, '09:00')
  const ids = new Map<string, string>()
  for (const person of volunteers) ids.set(person.name, await engage(laptop, person, today))
  const sessions = programmes.flatMap((programme) => Object.values(programme.sessions)) as Planned[]
  for (const session of sessions) await fill(laptop, session, ids, today)
  await at(-1, '09:50')
  for (const session of sessions.filter(
    ({ date }) => date < dayjs(today).add(-1, 'day').format('YYYY-MM-DD'),
  ))
    await confirm(laptop, session, ids.get(session.leader.name))
  const granny = volunteers.find(({ ended }) => ended)
  if (granny) await vet(laptop, granny, { today, id: ids.get(granny.name) ?? '', rev: 2 })
}

interface Planned {
  readonly id: string
  readonly date: string
  readonly span: { readonly from: string; readonly to: string }
  readonly leader: { readonly name: string }
}

async function engage(laptop: Laptop, person: SeedVolunteer, today: string): Promise<string> {
  const { openid, name, team, skills, languages, availability } = person
  const said = { name, team, skills, languages, availability, agreed: true }
  const { volunteer } = await laptop.call(openid, 'saveVolunteer', {
    siteId: SITE,
    rev: 0,
    ...said,
  })
  if (person.until !== undefined)
    await vet(laptop, { ...person, ended: undefined }, { today, id: volunteer.id, rev: 1 })
  return volunteer.id as string
}

function vet(
  laptop: Laptop,
  {
    until = 0,
    trainings = [],
    ended,
  }: Pick<SeedVolunteer, 'until' | 'trainings'> & { ended?: true | undefined },
  { today, id, rev }: { today: string; id: string; rev: number },
) {
  const day = (days: number) => dayjs(today).add(days, 'day').format('YYYY-MM-DD')
  return laptop.call('o-community', 'vetVolunteer', {
    siteId: SITE,
    volunteerId: id,
    rev,
    vettedOn: day(-BEFORE),
    certificateUntil: day(until),
    trainings: trainings.map((what, index) => ({ date: day(-BEFORE - 30 * (index + 1)), what })),
    ended: ended === true,
  })
}

async function fill(
  laptop: Laptop,
  { id, date, leader }: Planned,
  ids: ReadonlyMap<string, string>,
  today: string,
): Promise<void> {
  const change = (what: object) =>
    laptop.tryCall('o-community', 'changeCrew', { siteId: SITE, sessionId: id, change: what })
  const volunteerId = ids.get(leader.name)
  if (volunteerId) await change({ to: 'put', part: 'lead', volunteerId })
  if (date <= today) return
  if (OPEN.test(id)) await change({ to: 'open' })
  const helpers = HELPED[id.slice(id.lastIndexOf('_') + 1)]
  if (helpers) await change({ to: 'want', helpers })
}

/** Half an hour of telling, and a quarter for the chairs. */
async function confirm(
  laptop: Laptop,
  { id }: Planned,
  volunteerId: string | undefined,
): Promise<void> {
  if (!volunteerId) return
  await laptop.tryCall('o-community', 'confirmHours', {
    siteId: SITE,
    sessionId: id,
    volunteerId,
    seenMinutes: 0,
    minutes: 45,
    why: '',
  })
}
