import type { HealthWhat } from '../domain/health'
import type { LocalDate } from '../domain/time'
import { dateWords } from './when'

/** What is missing, why, and what to bring to the door. */
export const HEALTH_WORDS: Readonly<
  Record<HealthWhat, (date: LocalDate) => { readonly title: string; readonly text: string }>
> = {
  check_up: (date) => ({
    title: '体检过期了',
    text: `体检有效到 ${dateWords(date)}。请带新的儿童健康检查表，老师看过就可以入园。`,
  }),
  vaccination: (date) => ({
    title: '该打疫苗了',
    text: `接种记录看到 ${dateWords(date)}。请打完下一针，带接种证给老师看。`,
  }),
  away: (date) => ({
    title: '离园超过三个月',
    text: `上次来是 ${dateWords(date)}。按规定要重新体检，请带新的儿童健康检查表。`,
  }),
  return_note: () => ({
    title: '要看返园证明',
    text: '休息的日子已经到了。请带医院开的返园证明，老师看过就可以入园。',
  }),
}

/** 体检表, 接种证, 返园证明: as the line of a list. */
export const BRING: Readonly<Record<HealthWhat, string>> = {
  check_up: '新的儿童健康检查表',
  vaccination: '打过下一针的接种证',
  away: '新的儿童健康检查表（离园超过三个月）',
  return_note: '医院开的返园证明',
}
