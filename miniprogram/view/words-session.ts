import type { Language } from '../domain/book'
import type { Leader, SessionService } from '../domain/session'

export const SERVICE_WORDS: Readonly<Record<SessionService, string>> = {
  reading: '绘本阅读',
  early: '早期教育',
  together: '亲子早教课',
}

export const LANGUAGE_WORDS: Readonly<Record<Language, string>> = {
  mandarin: '普通话',
  cantonese: '粤语',
  english: '英语',
}

/** Nobody leads it yet. */
export const LEADER_WANTED = '正在找带领人'

/** Somebody who is none of the point's people. */
export const LEADER_GUEST = '名单外的人，写名字'

export const LEADER_WORDS: Readonly<Record<Leader['role'], string>> = {
  mother: '深港妈妈',
  volunteer: '志愿者',
  carer: '老师',
  guest: '特邀',
}
