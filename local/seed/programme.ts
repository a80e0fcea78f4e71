import dayjs from 'dayjs'
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
