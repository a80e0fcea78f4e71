import { SITE } from './site'

const book = (
  id: string,
  title: string,
  author: string,
  ages: [number, number],
  cover: string,
) => ({
  id,
  title,
  author,
  fromMonths: ages[0],
  toMonths: ages[1],
  cover,
})

/** Invented titles with covers that the app draws itself. */
const rain = book('rainy-day', '下雨天', '渔邨妈妈故事组', [18, 36], 'umbrella')
const moon = book('moon-asleep', '月亮睡了吗', '渔邨妈妈故事组', [18, 30], 'moon')
const caterpillar = book('caterpillar', '毛毛虫的早餐', '渔邨妈妈故事组', [18, 36], 'caterpillar')
const cat = book('cat-home', '橘猫找家', '渔邨妈妈故事组', [24, 36], 'cat')
const colours = book('colours-sing', '颜色会唱歌', '渔邨妈妈故事组', [18, 36], 'colours')
const fish = book('little-fish', '小鱼的渔邨', '渔邨妈妈故事组', [18, 36], 'fish')

type Leader = readonly [name: string, role: 'mother' | 'volunteer' | 'carer', language: string]
const may: Leader = ['阿May', 'mother', 'cantonese']
const li: Leader = ['李阿姨', 'volunteer', 'mandarin']
const chen: Leader = ['陈老师', 'carer', 'mandarin']
const joyce: Leader = ['Joyce', 'mother', 'english']

const session = (
  weekday: number,
  [from, to]: [string, string],
  service: 'reading' | 'early' | 'together',
  shown: ReturnType<typeof book>,
  [leader, leaderRole, language]: Leader,
) => ({
  weekday,
  span: { from, to },
  service,
  title: shown.title,
  book: shown,
  leader,
  leaderRole,
  language,
  accompanied: service === 'together',
})

const week = [
  session(1, ['10:00', '10:30'], 'reading', moon, li),
  session(1, ['15:30', '16:00'], 'reading', fish, may),
  session(2, ['10:00', '10:45'], 'early', colours, chen),
  session(2, ['16:00', '16:30'], 'reading', cat, joyce),
  session(3, ['10:00', '10:30'], 'reading', fish, li),
  session(3, ['15:30', '16:00'], 'reading', rain, may),
  session(4, ['10:00', '10:30'], 'reading', caterpillar, may),
  session(4, ['14:30', '15:15'], 'together', colours, chen),
  session(4, ['16:00', '16:30'], 'reading', moon, li),
  session(5, ['10:00', '10:30'], 'reading', caterpillar, joyce),
  session(5, ['15:30', '16:15'], 'early', rain, chen),
  session(6, ['10:00', '10:30'], 'reading', cat, may),
  session(6, ['15:00', '15:45'], 'together', fish, li),
]

/** The sessions of these dates; a date's weekday is 1 (Monday) to 7. */
export function storiesOn(dates: readonly { date: string; weekday: number }[]) {
  return dates.flatMap(({ date, weekday }) =>
    week
      .filter((each) => each.weekday === weekday)
      .map(({ weekday: _weekday, ...story }) => {
        const id = `${SITE}_${date}_${story.span.from.replace(':', '')}`
        return { ...story, _id: id, id, siteId: SITE, date }
      }),
  )
}
