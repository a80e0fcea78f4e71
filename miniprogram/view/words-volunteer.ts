import type { Skill, Team, VolunteerState, AssignmentProblem } from '../domain/volunteer'
import { dateWords, hoursWord, monthDay, spanWords } from './when'
import type { WordsOfCode } from './words'
import { LANGUAGE_WORDS } from './words-session'

type Code =
  | 'not_assignable'
  | 'already_signed_up'
  | 'spot_taken'
  | 'crew_closed'
  | 'duty_not_over'
  | 'hours_changed'
  | 'why_needed'
  | 'profile_changed'
  | 'no_figures'

export const SKILL_WORDS: Readonly<Record<Skill, string>> = {
  early: '综合早教',
  stories: '绘本故事',
  science: '科普教育',
}

export const TEAM_WORDS: Readonly<Record<Team, string>> = {
  mother: '深港妈妈',
  volunteer: '社区志愿者',
}

export const STATE_WORDS: Readonly<Record<VolunteerState, string>> = {
  applied: '待审核',
  active: '在册',
  expiring: '健康证快到期',
  expired: '健康证过期',
  ended: '已退出',
}

/** Why a person cannot take a spot, in one clause. */
export function problemWords(problem: AssignmentProblem): string {
  switch (problem.why) {
    case 'not_vetted':
      return '还没有通过社区审核'
    case 'ended':
      return '已经退出志愿者'
    case 'certificate':
      return problem.until ? `健康证 ${monthDay(problem.until)}到期` : '还没有登记健康证'
    case 'skill':
      return `需要会${problem.anyOf.map((skill) => SKILL_WORDS[skill]).join('或')}`
    case 'language':
      return `需要会讲${LANGUAGE_WORDS[problem.language]}`
    case 'clash':
      return `${spanWords(problem.span)} 已有《${problem.title}》`
    case 'not_available':
      return '这个时段没有空'
  }
}

const refresh = { label: '刷新', act: 'retry' } as const
const back = { label: '返回', act: 'back' } as const

/** What signing up, assigning and confirming hours may be refused with. */
export const VOLUNTEER_WORDS: Pick<WordsOfCode, Code> = {
  not_assignable: ({ name, problems }) => ({
    title: `${name}现在不能带这一场`,
    text: `${problems.map(problemWords).join('；')}。`,
    next: { label: '看资料', act: 'see_volunteer' },
  }),
  already_signed_up: () => ({
    title: '已经报过名了',
    text: '这一场已经有您，不用再报一次。',
    next: refresh,
  }),
  spot_taken: () => ({
    title: '名额刚刚满了',
    text: '有人先报了这一场，可以看看别的场次。',
    next: refresh,
  }),
  crew_closed: () => ({
    title: '这一场不能再换人了',
    text: '它已经开始或取消了。',
    next: refresh,
  }),
  duty_not_over: ({ to }) => ({
    title: '还没有结束',
    text: `结束之后（${to}）再确认时数。`,
    next: back,
  }),
  hours_changed: ({ minutes }) => ({
    title: '刚有人确认过',
    text: `现在记的是 ${hoursWord(minutes)}，请再看一下。这次没有保存。`,
    next: refresh,
  }),
  why_needed: () => ({
    title: '请写上为什么更正',
    text: '更正会另记一笔，写清原因，以后才看得懂。',
  }),
  profile_changed: () => ({
    title: '资料刚刚改过',
    text: '请先看一下现在的资料，再保存一次。',
    next: refresh,
  }),
  no_figures: ({ month }) => ({
    title: `${Number(month.slice(5))} 月还没有数据`,
    text: '这个月没有开放过，或者数字还没有汇总。每天夜里汇总前一天。',
    next: back,
  }),
}

/** 健康证到 2027 年 3 月 1 日 */
export function certificateWords(until: string | undefined): string {
  return until ? `健康证到 ${until.slice(0, 4)} 年 ${monthDay(until as never)}` : '没有登记健康证'
}

export function dutyWhen(
  date: Parameters<typeof dateWords>[0],
  span: Parameters<typeof spanWords>[0],
) {
  return `${dateWords(date)} ${spanWords(span)}`
}
