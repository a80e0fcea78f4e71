import type { Deletion, DeletedKind } from '../domain/deletion'
import type { LocalDate } from '../domain/time'
import { dateWords } from './when'

const KIND_WORDS: Readonly<Record<DeletedKind, string>> = {
  families: '家庭',
  children: '孩子',
  checks: '晨检',
  notes: '当日记录',
  passes: '接送授权',
  overrides: '无码放行',
  messages: '消息',
  invitations: '邀请',
  audits: '查看记录',
  changes: '修改记录',
}
const WHY_WORDS: Readonly<Record<Deletion['why'], string>> = {
  grown: '孩子长大了',
  away: '一年没来',
  unanswered: '没有同意新的说明',
  asked: '家长自己删除',
  old: '到期',
}

export interface DeletionCard {
  readonly id: string
  readonly date: string
  readonly why: string
  /** 孩子 1 · 晨检 12 */
  readonly counts: string
}

export function deletionCardsOf(
  deletions: readonly {
    readonly id: string
    readonly date: LocalDate
    readonly why: Deletion['why']
    readonly counts: Readonly<Record<string, number>>
  }[],
): DeletionCard[] {
  const kinds = Object.keys(KIND_WORDS) as DeletedKind[]
  return deletions.map(({ id, date, why, counts }) => ({
    id,
    date: dateWords(date),
    why: WHY_WORDS[why],
    counts:
      kinds
        .filter((kind) => (counts[kind] ?? 0) > 0)
        .map((kind) => `${KIND_WORDS[kind]} ${counts[kind]}`)
        .join(' · ') || '没有记录',
  }))
}
