import {
  MOST_LOANS,
  MOST_LOAN_DAYS,
  type SettingProblem,
  type SettingWhy,
} from '../domain/setting-problems'
import type { FormErrors } from './form-errors'

const WHY_WORDS: Readonly<Record<SettingWhy, string>> = {
  missing: '请写上，不能空着。',
  taken: '已经有一个同名的班。',
  ages: '月龄要从小到大。',
  standard: '超过国家标准：两岁以下一班最多 15 人，两岁以上 20 人，混龄 18 人。',
  ratio: '国家标准：两岁以下一位老师最多 5 个孩子，两岁以上最多 7 个。',
  room: '一个班不能多过教室的总位数。',
  sum: '几批加起来要正好 100%。',
  order: '要比上一批晚。',
  draw: '抽签的收集时间要短于和上一批的间隔，最后的急用位不能抽签。',
  closed: '那时没有一天开门。',
  loan_days: `请填 1 到 ${MOST_LOAN_DAYS} 天。`,
  loan_books: `请填 1 到 ${MOST_LOANS} 本。`,
}

/** What is wrong, by field: `groups.1.cap`. */
export function settingErrorsOf(problems: readonly SettingProblem[]): FormErrors {
  return Object.fromEntries(problems.map(({ field, why }) => [field, WHY_WORDS[why]]))
}
