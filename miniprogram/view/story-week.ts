import { ageInMonths } from '../domain/age'
import type { Child } from '../domain/child'
import type { Story } from '../domain/story'
import { addDays, dateOf, instantOf, type Instant, type LocalDate } from '../domain/time'
import { ageSpanWords } from './age-span'
import { yuan } from './money'
import { dateWords, dayWord, spanWords, weekdayWord } from './when'
import type { DayCell } from './week-strip'
import { LANGUAGE_WORDS, LEADER_WORDS, SERVICE_WORDS } from './words-story'

export interface StoryWeekFacts {
  readonly now: Instant
  readonly stories: readonly Story[]
  readonly children: readonly Pick<Child, 'id' | 'name' | 'birthDate'>[]
}

/** What the reader chose; empty texts until then. */
export interface StoryChoice {
  readonly date: string
  readonly filter: string
}

export interface StoryWeekView {
  readonly days: readonly DayCell[]
  readonly filters: readonly StoryFilter[]
  readonly cards: readonly StoryCardView[]
  /** What to read when the day has no cards. */
  readonly empty: string
  /** The next day that has sessions for this filter, for the button of an empty day. */
  readonly elsewhere?: { readonly date: LocalDate; readonly label: string }
}

export interface StoryFilter {
  readonly key: string
  readonly label: string
  readonly on: boolean
}

export interface StoryCardView {
  readonly id: string
  readonly title: string
  readonly cover: string
  readonly what: string
  readonly who: string
  /** Empty when the session has the book's own name. */
  readonly book: string
  readonly price: string
  /** Whom it suits, or what the family has to do. */
  readonly chips: readonly { readonly text: string; readonly tone: 'leaf' | 'sky' | 'sun' }[]
  readonly over: boolean
}

const DAYS = 7
const ALL = 'all'

/** The picture-book week on screen: seven days, filters that would find something, the day's sessions. */
export function storyWeekOf(facts: StoryWeekFacts, choice: StoryChoice): StoryWeekView {
  const today = dateOf(facts.now)
  const filters = filtersOf(facts)
  const filter = filters.find(({ key }) => key === choice.filter) ?? filters[0]
  const stories = facts.stories.filter((story) => filter?.holds(story) ?? true)
  const dates = Array.from({ length: DAYS }, (_, index) => addDays(today, index))
  const ahead = stories.filter((story) => instantOf(story.date, story.span.to) > facts.now)
  const next = ahead.map((story) => story.date).sort()[0]
  const date = dates.find((each) => each === choice.date) ?? next ?? today
  const of = (day: LocalDate): Story[] =>
    stories
      .filter((story) => story.date === day)
      .sort((a, b) => (a.span.from < b.span.from ? -1 : 1))
  const days = dates.map((day): DayCell => {
    const count = of(day).length
    const weekday = day === today ? '今天' : weekdayWord(day)
    return {
      date: day,
      weekday,
      day: String(Number(day.slice(8))),
      word: count ? `${count} 场` : '无',
      tone: count ? 'free' : 'none',
      selected: day === date,
      aria: `${dateWords(day)}，${count ? `${count} 场` : '没有安排'}`,
    }
  })
  const cards = of(date).map((story) => storyCardOf(story, facts))
  return {
    days,
    filters: filters.map(({ key, label }) => ({ key, label, on: key === filter?.key })),
    cards,
    empty: cards.length ? '' : facts.stories.length ? '这一天没有安排' : '这一周的绘本还没排好',
    ...(cards.length || !next
      ? {}
      : { elsewhere: { date: next, label: `看${dayWord(next, today)}的` } }),
  }
}

interface Filter {
  readonly key: string
  readonly label: string
  readonly holds: (story: Story) => boolean
}

/** A filter that finds nothing all week is not offered. */
function filtersOf({ stories, children }: StoryWeekFacts): Filter[] {
  const filters: Filter[] = [
    ...children.map((child) => ({
      key: child.id,
      label: `适合${child.name}`,
      holds: (story: Story) => suits(story, child.birthDate),
    })),
    { key: ALL, label: '全部', holds: () => true },
    { key: 'cantonese', label: '粤语', holds: (story) => story.language === 'cantonese' },
    { key: 'english', label: '英语', holds: (story) => story.language === 'english' },
    { key: 'together', label: '亲子', holds: (story) => story.accompanied },
  ]
  return filters.filter(({ key, holds }) => key === ALL || stories.some(holds))
}

function suits({ book, date }: Story, birthDate: LocalDate): boolean {
  const age = ageInMonths(birthDate, date)
  return book.fromMonths <= age && age < book.toMonths
}

export function storyCardOf(
  story: Story,
  { now, children }: Pick<StoryWeekFacts, 'now' | 'children'>,
): StoryCardView {
  const { book, span } = story
  const over = instantOf(story.date, span.to) <= now
  const going = !over && instantOf(story.date, span.from) <= now
  const fits = children.filter((child) => suits(story, child.birthDate)).map(({ name }) => name)
  const ages = `${ageSpanWords(book.fromMonths)}到 ${ageSpanWords(book.toMonths)}`
  const suiting = fits.length
    ? { text: `适合${fits.join('、')}`, tone: 'leaf' as const }
    : { text: ages, tone: 'sky' as const }
  const chips: StoryCardView['chips'] = over
    ? [{ text: '已结束', tone: 'sky' }]
    : [
        ...(going ? [{ text: '正在进行', tone: 'sun' as const }] : []),
        suiting,
        ...(story.accompanied ? [{ text: '请家长陪同', tone: 'sun' as const }] : []),
      ]
  const language = story.language === 'mandarin' ? [] : [LANGUAGE_WORDS[story.language]]
  // 陈老师 is a 老师 by name already.
  const role = story.leaderRole === 'carer' ? [] : [LEADER_WORDS[story.leaderRole]]
  return {
    id: story.id,
    title: story.title,
    cover: `/images/cover/${book.cover}.svg`,
    what: `${spanWords(span)} · ${SERVICE_WORDS[story.service]}`,
    who: [story.leader, ...role, ...language].join(' · '),
    book: book.title === story.title ? '' : `《${book.title}》 ${book.author}`,
    price: story.priceFen === 0 ? '免费' : yuan(story.priceFen),
    chips,
    over,
  }
}
