import type { Refusal, RefusalCode } from '../domain/refusal'
import { HEALTH_WORDS } from './words-health'
import { clock, dateWords } from './when'

type Of<Code extends RefusalCode> = Extract<Refusal, { code: Code }>

const back = { label: '返回', act: 'back' } as const
const room = { label: '看在园', act: 'show_room' } as const

/** The rules' no in the carers' day; a part of the words of all codes. */
export const CARE_WORDS = {
  child_excluded: ({ until }: Of<'child_excluded'>) => ({
    title: '孩子要先在家休息',
    text: `${dateWords(until)}起可以再来。医生证明说可以提前，就按医生的：把证明给老师看。`,
    next: { label: '改选日子', act: 'pick_other_day' } as const,
  }),
  health_expired: ({ what, date }: Of<'health_expired'>) => ({
    ...HEALTH_WORDS[what](date),
    next: { label: '打电话', act: 'call_site' } as const,
  }),
  illness_needed: () => ({
    title: '还差一个判断',
    text: '有皮疹或精神不好时，请选一个疑似，或选“再看没事”。',
    next: back,
  }),
  authority_needed: () => ({
    title: '没有家长的书面委托',
    text: '没有写明药名、用量和时间并签字的委托书，不能收药，也不能喂药。请家长当面写好。',
    next: back,
  }),
  not_here_today: () => ({
    title: '孩子今天不在园',
    text: '只能给今天在园或刚离园的孩子记录。',
    next: room,
  }),
  site_code_wrong: () => ({
    title: '不是教室墙上的码',
    text: '请扫本托育点教室墙上的老师签到码。',
    next: { label: '重新扫码', act: 'scan_again' } as const,
  }),
  already_on_duty: ({ since }: Of<'already_on_duty'>) => ({
    title: '您已经签到了',
    text: `您 ${clock(since)} 起在这个班，不用再签。`,
    next: room,
  }),
  not_on_duty: () => ({
    title: '您今天还没有签到',
    text: '先签到，才能签退。',
    next: room,
  }),
  nobody_to_tell: () => ({
    title: '还没有家庭可以通知',
    text: '有家庭登记之后再发。',
    next: back,
  }),
}
