import type { Language } from '../domain/audience'
import type { Child } from '../domain/child'
import type { DayNote } from '../domain/day-note'
import type { ChildHealth } from '../domain/health'
import type { Farewell } from '../domain/household'
import type { MorningCheck } from '../domain/morning-check'
import type { Span } from '../domain/span'
import { TEMPLATES, type TemplateName } from '../domain/template'
import type { Instant, LocalDate, LocalTime } from '../domain/time'
import type { Team } from '../domain/volunteer'
import { absenceState, type AbsenceFacts } from './absences'
import { healthLinesOf } from './child-health'
import { noteLinesOf } from './day-note'
import { FAREWELL_WHYS } from './farewell-page'
import { seenWords } from './morning-check'
import { LANGUAGE_WORDS } from './notice-wish'
import { seriesSum, seriesTitle, seriesWho, type Series } from './series-page'
import { waitedFor, type Waiting } from './wait-card'
import { clock, dateWords, hoursWord, momentWords, spanWords } from './when'
import { TEAM_WORDS } from './words-volunteer'

type OfChild = { readonly childId: Child['id']; readonly date: LocalDate }

/** What carers wrote of a family's children, what the family waits for, and how it wants to be told. */
export interface MyRecords {
  readonly at: Instant
  readonly children: readonly Child[]
  readonly health: Readonly<Record<Child['id'], ChildHealth>>
  readonly checks: readonly (OfChild & {
    readonly tenths: number
    readonly skin: MorningCheck['skin']
    readonly mood: MorningCheck['mood']
    readonly belongings: MorningCheck['belongings']
    readonly medicine?: MorningCheck['medicine']
    readonly illness?: string
    readonly returnOn?: LocalDate
    readonly by: string
  })[]
  readonly notes: readonly (OfChild & { readonly note: DayNote })[]
  readonly incidents: readonly {
    readonly date: LocalDate
    readonly time: LocalTime
    readonly place: string
    readonly what: string
    readonly action: string
    readonly told: string
    readonly by: string
  }[]
  readonly waits: readonly Waiting[]
  readonly series: readonly Series[]
  readonly absences: AbsenceFacts['absences']
  readonly hold?: { readonly date: LocalDate; readonly span: Span; readonly until: Instant }
  readonly trial?: { readonly date: LocalDate; readonly until: Instant }
  readonly free: readonly { readonly date: LocalDate; readonly minutes: number }[]
  readonly wishes: {
    readonly language?: Language
    readonly allowed: Readonly<Record<string, number>>
    readonly refused: Readonly<Record<string, number>>
  }
  readonly volunteers: readonly {
    readonly name: string
    readonly team: Team
    readonly appliedAt: Instant
    readonly hours: readonly {
      readonly date: LocalDate
      readonly title: string
      readonly minutes: number
    }[]
  }[]
  readonly farewell?: Pick<Farewell, 'why' | 'on'>
  readonly keptUntil?: LocalDate
}

interface Section {
  readonly head: string
  readonly lines: readonly string[]
}

/** Each kind of record as sentences of its own. */
export function recordSections(data: MyRecords): Section[] {
  const { children } = data
  return [
    { head: '健康日期', lines: children.flatMap((child) => healthLines(child, data.health)) },
    { head: '晨检', lines: data.checks.map((check) => checkLine(check, children)) },
    { head: '当日记录', lines: data.notes.map((note) => noteLine(note, children)) },
    { head: '事件', lines: data.incidents.map(incidentLine) },
    { head: '排队', lines: [...data.waits.map((wait) => waitLine(wait, children)), ...kept(data)] },
    { head: '固定预约', lines: data.series.map((each) => seriesLine(each, children)) },
    {
      head: '约了没来',
      lines: data.absences.map((each) => `${dateWords(each.date)}，${absenceState(each)}`),
    },
    {
      head: '用过的免费时间',
      lines: data.free.map(({ date, minutes }) => `${dateWords(date)} ${hoursWord(minutes)}`),
    },
    { head: '微信消息', lines: wishLines(data.wishes) },
    { head: '带活动', lines: data.volunteers.flatMap(volunteerLines) },
    { head: '留到什么时候', lines: endLines(data) },
  ]
}

const nameOf = (id: Child['id'], children: readonly Child[]): string =>
  children.find((child) => child.id === id)?.name ?? '孩子'

function healthLines({ id, name }: Child, health: MyRecords['health']): string[] {
  return healthLinesOf(health[id]).map(({ label, text }) => `${name} ${label} ${text}`)
}

function checkLine(check: MyRecords['checks'][number], children: readonly Child[]): string {
  const { date, childId, medicine, illness, returnOn, by } = check
  const parts = [
    seenWords(check),
    ...(medicine ? [`带药：${medicine.what}`] : []),
    ...(illness ? [`疑似${illness}，回家休息`] : []),
    ...(returnOn ? [`${dateWords(returnOn)}起可以再来`] : []),
    `${by}看的`,
  ]
  return `${dateWords(date)} ${nameOf(childId, children)}：${parts.join('，')}`
}

function noteLine(
  { date, childId, note }: MyRecords['notes'][number],
  children: readonly Child[],
): string {
  const words = noteLinesOf(note).map(({ label, text }) => `${label} ${text}`)
  return `${dateWords(date)} ${nameOf(childId, children)}：${words.join('，')}`
}

function incidentLine(incident: MyRecords['incidents'][number]): string {
  const { date, time, place, what, action, told, by } = incident
  return `${dateWords(date)} ${clock(time)} ${place}：${what}。处理：${action}。告知：${told}。${by}记的`
}

function waitLine(wait: Waiting, children: readonly Child[]): string {
  const names = wait.childIds.map((id) => nameOf(id, children)).join('、')
  return `${dateWords(wait.date)} ${waitedFor(wait)} ${names}，在排队`
}

/** Places that are this family's for a moment, and the one booking before its papers were seen. */
function kept({ hold, trial }: MyRecords): string[] {
  return [
    ...(hold
      ? [`${dateWords(hold.date)} ${spanWords(hold.span)} 的位置留到 ${momentWords(hold.until)}`]
      : []),
    ...(trial ? [`${dateWords(trial.date)} 是看材料之前约的一次`] : []),
  ]
}

function seriesLine(series: Series, children: readonly Child[]): string {
  return `${seriesTitle(series)} ${seriesWho(series, children)}，${seriesSum(series)}`
}

function wishLines({ language, allowed, refused }: MyRecords['wishes']): string[] {
  return [
    ...(language ? [`通知用${LANGUAGE_WORDS[language]}`] : []),
    ...counted(allowed, (count) => `还允许 ${count} 条`),
    ...counted(refused, (count) => `拒绝过 ${count} 次`),
  ]
}

function counted(
  counts: Readonly<Record<string, number>>,
  words: (count: number) => string,
): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `“${TEMPLATES[name as TemplateName]?.title ?? name}”${words(count)}`)
}

function volunteerLines(person: MyRecords['volunteers'][number]): string[] {
  const { name, team, appliedAt, hours } = person
  return [
    `${name}，${TEAM_WORDS[team]}，${momentWords(appliedAt)}报名`,
    ...hours.map(
      ({ date, title, minutes }) => `${dateWords(date)} 《${title}》${hoursWord(minutes)}`,
    ),
  ]
}

function endLines({ farewell, keptUntil }: MyRecords): string[] {
  return [
    ...(farewell ? [`${dateWords(farewell.on)} 删除：${FAREWELL_WHYS[farewell.why]}`] : []),
    ...(keptUntil ? [`您请我们留到 ${dateWords(keptUntil)}`] : []),
  ]
}
