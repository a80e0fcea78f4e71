import type { Child } from '../domain/child'
import type { Consent } from '../domain/household'
import type { OverrideReason } from '../domain/override'
import type { Span } from '../domain/span'
import { timeOf, type Instant, type LocalDate } from '../domain/time'
import type { Booking } from './booking'
import { bookingStateOf, childNameOf } from './booking-card'
import { dueWords, type FinalBill } from './final-bill'
import { NOTICE_TITLES } from './notice-texts'
import { yuanExact } from './money'
import { recordSections, type MyRecords } from './my-records'
import { clock, dateWords, momentWords, spanWords } from './when'
import { overrideWord } from './words-undo'

/** Everything stored about a family, as `exportMyData` answers. */
export interface MyData extends MyRecords {
  readonly guardians: readonly {
    readonly name: string
    readonly phone: string
    readonly consents: readonly {
      readonly notice: string
      readonly version: string
      readonly at: Instant
    }[]
  }[]
  readonly papers?: { readonly at: Instant; readonly by: string }
  readonly bookings: readonly Booking[]
  readonly draws: readonly {
    readonly date: LocalDate
    readonly span: Span
    readonly childIds: readonly Child['id'][]
  }[]
  readonly bills: readonly FinalBill[]
  readonly passes: readonly {
    readonly name: string
    readonly date: LocalDate
    readonly confirmedAt?: Instant
    readonly revokedAt?: Instant
  }[]
  readonly overrides: readonly {
    readonly date: LocalDate
    readonly who: string
    readonly reason: OverrideReason
    readonly askedByName: string
    readonly agreedByName?: string
  }[]
  readonly loans: readonly {
    readonly title: string
    readonly dueOn: LocalDate
    readonly renewed: boolean
  }[]
  readonly readings: readonly {
    readonly childId: Child['id']
    readonly books: readonly { readonly title: string; readonly times: number }[]
  }[]
  readonly messages: readonly {
    readonly data: Readonly<Record<string, string>>
    readonly at: Instant
  }[]
}

export interface Section {
  readonly head: string
  readonly lines: readonly string[]
}

/** The export as a page that a parent can read. */
export function sectionsOf(data: MyData): Section[] {
  const { guardians, papers, children, bookings, bills, messages } = data
  const { passes, overrides, at } = data
  const sections = [
    {
      head: '家长',
      lines: [
        ...guardians.flatMap(({ name, phone, consents }) => [
          `${name} ${phone}`,
          ...consents.map(consentLine),
        ]),
        ...(papers ? [`${momentWords(papers.at)} ${papers.by}看过材料`] : []),
      ],
    },
    { head: '孩子', lines: children.map(childLine) },
    {
      head: '预约',
      lines: bookings.map((booking) => bookingLine(booking, children, at)),
    },
    ...recordSections(data),
    { head: '抽签报名', lines: data.draws.map((draw) => drawLine(draw, children)) },
    { head: '账单', lines: bills.map((bill) => billLine(bill, children)) },
    {
      head: '请人来接',
      lines: [...passes.map(passLine), ...overrides.map(overrideLine)],
    },
    {
      head: '听过的绘本',
      lines: data.readings.map((log) => readingLine(log, children)),
    },
    {
      head: '在借的绘本',
      lines: data.loans.map(
        ({ title, dueOn, renewed }) =>
          `《${title}》${dateWords(dueOn)}还${renewed ? '，续借过' : ''}`,
      ),
    },
    {
      head: '消息',
      lines: messages.map(
        (each) => `${momentWords(each.at)} ${Object.values(each.data).join(' ')}`,
      ),
    },
  ]
  const none = sections.filter(({ lines }) => lines.length === 0).map(({ head }) => head)
  return [
    ...sections.filter(({ lines }) => lines.length > 0),
    ...(none.length > 0 ? [{ head: '没有记的', lines: [none.join('、')] }] : []),
  ]
}

/** The same as plain text, to paste anywhere. */
export function textOf(sections: readonly Section[], site: string, at: Instant): string {
  const parts = sections.map(({ head, lines }) => `【${head}】\n${lines.join('\n')}`)
  return [`${site}保存的我家信息，${momentWords(at)}`, ...parts].join('\n\n')
}

function consentLine(consent: { notice: string; version: string; at: Instant }): string {
  const name = NOTICE_TITLES[consent.notice as Consent['notice']] ?? consent.notice
  return `${momentWords(consent.at)} 同意《${name}》${consent.version} 版`
}

function drawLine(
  { date, span, childIds }: MyData['draws'][number],
  children: readonly Child[],
): string {
  const names = children.filter(({ id }) => childIds.includes(id)).map(({ name }) => name)
  return `${dateWords(date)} ${spanWords(span)} ${names.join('、')}，等抽签`
}

function passLine({ date, name, confirmedAt, revokedAt }: MyData['passes'][number]): string {
  const state = revokedAt ? '已收回' : confirmedAt ? '确认过' : '没有确认'
  return `${dateWords(date)} ${name}，${state}`
}

function readingLine(
  { childId, books }: MyData['readings'][number],
  children: readonly Child[],
): string {
  const name = children.find(({ id }) => id === childId)?.name ?? '孩子'
  const titles = books.map(({ title, times }) => `《${title}》${times > 1 ? `${times} 次` : ''}`)
  return `${name}：${titles.join('')}`
}

function overrideLine(override: MyData['overrides'][number]): string {
  const { date, who, reason, askedByName, agreedByName } = override
  const carers = [askedByName, agreedByName].filter(Boolean).join('、')
  return `${dateWords(date)} 没有码（${overrideWord(reason)}），${who}来接，${carers}${agreedByName ? '放行' : '问过，没有放行'}`
}

function childLine({ name, birthDate, allergies }: Child): string {
  return `${name} ${birthDate} 出生，${allergies ? `对${allergies}过敏` : '没有过敏'}`
}

function bookingLine(booking: Booking, children: readonly Child[], at: Instant): string {
  const { state } = bookingStateOf(booking, at)
  const name = childNameOf(booking, children)
  const price = yuanExact(booking.cancelFen ?? booking.quote.totalFen)
  // The state of a visit that is over has the time of leaving.
  const arrived = booking.inAt ? [`${clock(timeOf(booking.inAt))} 入园`] : []
  const what = [name, ...arrived, state, price].join('，')
  return `${dateWords(booking.date)} ${spanWords(booking.span)} ${what}`
}

function billLine(bill: FinalBill, children: readonly Child[]): string {
  const name = children.find(({ id }) => id === bill.childId)?.name ?? '孩子'
  const { totalFen, dueFen, date, span } = bill
  return `${dateWords(date)} ${spanWords(span)} ${name}，${yuanExact(totalFen)}，${dueWords(dueFen)}`
}

/** What erasing will do, before it is done. */
export function eraseWords(children: readonly Child[], coming: number): string {
  const names = children.map(({ name }) => name).join('、')
  const lines = [
    names
      ? `${names}的信息和您的称呼、电话、消息都会删除，不能恢复。`
      : '您的信息会删除，不能恢复。',
    coming > 0 ? `还没开始的 ${coming} 个预约会取消，临近的按取消规则收费。` : '',
    '账单按财务要求保留，但没有名字。',
  ]
  return lines.join('')
}

export interface Erased {
  readonly cancelledBookings: number
  readonly removedChildren: number
  readonly keptBills: number
}

/** What erasing did; without figures when the reply that had them was lost. */
export function erasedWords(done: Erased | undefined): string {
  if (!done) return '您和孩子的信息已经删除。'
  const lines = [
    `已删除您和 ${done.removedChildren} 个孩子的信息。`,
    done.cancelledBookings > 0 ? `取消了 ${done.cancelledBookings} 个预约。` : '',
    done.keptBills > 0 ? `${done.keptBills} 张没有名字的账单按规定保留。` : '没有留下账单。',
  ]
  return lines.join('')
}
