import type { Fen } from '../domain/money'
import { yuan } from './money'
import type { WordsOfCode } from './words'

type DeskCode =
  | 'unpaid_bills'
  | 'tariff_wrong'
  | 'bill_settled'
  | 'bill_changed'
  | 'correction_too_large'

const retry = { label: '再试一次', act: 'retry' } as const
const refresh = { label: '刷新', act: 'retry' } as const

/** What prices, bills and payments may be refused with. */
export const DESK_WORDS: Pick<WordsOfCode, DeskCode> = {
  unpaid_bills: ({ owedFen, mostFen }) => ({
    title: '先付清账单，再约下一次',
    text: `还有 ${yuan(owedFen as Fen)} 没付，超过 ${yuan(mostFen as Fen)} 就要先付清。来园时用微信或现金付给老师就好。`,
    next: { label: '看账单', act: 'statement' },
  }),
  tariff_wrong: () => ({
    title: '价格表还不能保存',
    text: '请看一下标红的地方。您填的内容都还在。',
  }),
  bill_settled: () => ({
    title: '已经结清了',
    text: '可能别的老师刚刚收过，没有重复记账。',
    next: refresh,
  }),
  bill_changed: ({ dueFen }) => ({
    title: '金额变了',
    text: `现在是 ${yuan(dueFen as Fen)}，请看一下新金额再收。还没有记账。`,
    next: refresh,
  }),
  correction_too_large: ({ mostFen }) => ({
    title: '减得太多了',
    text: `最多减 ${yuan(mostFen as Fen)}，请改一下金额。`,
    next: retry,
  }),
}
