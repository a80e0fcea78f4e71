import type { Part } from '../domain/crew'
import { dateOf, type Instant, type LocalDate } from '../domain/time'
import type { Team } from '../domain/volunteer'
import { dateWords, hoursWord } from './when'
import { TEAM_WORDS } from './words-volunteer'

/** What `showService` answers. */
export interface ServiceAnswer {
  readonly now: Instant
  readonly name: string
  readonly team: Team
  readonly site: string
  readonly minutes: number
  readonly served: readonly {
    readonly sessionId: string
    readonly date: LocalDate
    readonly title: string
    readonly part: Part
    readonly minutes: number
  }[]
}

export interface ServiceYear {
  readonly year: string
  readonly hours: string
  readonly times: string
  readonly rows: readonly {
    readonly id: string
    readonly title: string
    readonly when: string
    readonly hours: string
  }[]
  readonly certificate: Certificate
}

/** What is drawn. */
export interface Certificate {
  readonly name: string
  readonly team: string
  readonly year: string
  readonly hours: string
  readonly times: string
  readonly site: string
  readonly date: string
}

export function serviceYearOf(answer: ServiceAnswer, year: number): ServiceYear {
  const { now, name, team, site, minutes, served } = answer
  const today = dateOf(now)
  const times = `${served.length} 场`
  return {
    year: `${year} 年`,
    hours: hoursWord(minutes),
    times,
    rows: served.map(({ sessionId, date, title, part, minutes: each }) => ({
      id: sessionId,
      title,
      when: `${dateWords(date)} · ${part === 'lead' ? '带领' : '帮忙'}`,
      hours: hoursWord(each),
    })),
    certificate: {
      name,
      team: TEAM_WORDS[team],
      year: `${year} 年`,
      hours: String(minutes / 60),
      times,
      site,
      date: `${today.slice(0, 4)} 年 ${Number(today.slice(5, 7))} 月 ${Number(today.slice(8))} 日`,
    },
  }
}
