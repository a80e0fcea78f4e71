import * as v from 'valibot'
import type { DrawResult } from '../../../miniprogram/domain/draw'
import { isId } from '../../../miniprogram/domain/ids'
import type {
  BookId,
  BookingId,
  ChildId,
  CopyId,
  DrawId,
  GroupId,
  HouseholdId,
  LoanId,
  RequestId,
  SeriesId,
  OverrideId,
  SessionId,
  PassId,
  SiteId,
  VolunteerId,
  NoticeId,
  WaitId,
} from '../../../miniprogram/domain/ids'
import type { Fen } from '../../../miniprogram/domain/money'
import type { RefusalCode } from '../../../miniprogram/domain/refusal'
import { isOnGrid, type SlotKey } from '../../../miniprogram/domain/span'
import { isMonth, type Month } from '../../../miniprogram/domain/month'
import { TEMPLATE_NAMES } from '../../../miniprogram/domain/template'
import {
  isLocalDate,
  isLocalTime,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../../miniprogram/domain/time'

/** Line ends and other control characters. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
/** What shows nothing or turns the words around it: halves of characters, marks of direction, widths of zero. */
const UNSEEN = /[\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Text that a person typed, as one line of characters that can be seen; in UTF-16 units at most so long; may be empty. */
export const optionalText = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.normalize().replace(CONTROLS, ' ').replace(UNSEEN, '').trim()),
    v.maxLength(most, 'too_long'),
  )

/** The same, with something to be seen in it. */
export const typed = (most: number) => v.pipe(optionalText(most), v.regex(SEEN, 'missing'))

/** A list of at most so many. The count comes first: checking a million wrong items would keep everybody waiting. */
export const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<v.InferInput<Item>[]>(
      (list) => !Array.isArray(list) || list.length <= most,
      'too_long',
    ),
    v.array(item),
  )

const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.check(isId),
    v.transform((text) => text as T),
  )
export const siteId = id<SiteId>()
export const groupId = id<GroupId>()
export const householdId = id<HouseholdId>()
export const childId = id<ChildId>()
export const bookingId = id<BookingId>()
export const waitId = id<WaitId>()
export const seriesId = id<SeriesId>()
export const drawId = id<DrawId>()
export const requestId = id<RequestId>()
export const passId = id<PassId>()
export const overrideId = id<OverrideId>()
export const bookId = id<BookId>()
/** Books by their ids and titles, as a page names them. */
export const namedBooks = v.array(v.object({ id: bookId, title: v.string() }))
export const copyId = id<CopyId>()
export const loanId = id<LoanId>()
export const sessionId = id<SessionId>()
export const volunteerId = id<VolunteerId>()
export const noticeId = id<NoticeId>()
export const anyId = id<string>()
/** Names of message templates, each once or more. */
export const templates = list(v.picklist(TEMPLATE_NAMES), 10)
/** Made by a page when it opens, so that a retry is the same attempt. */
export const attempt = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/))

export const date = v.pipe(
  v.string(),
  v.check(isLocalDate),
  v.transform((text) => text as LocalDate),
)
export const month = v.pipe(
  v.string(),
  v.check(isMonth),
  v.transform((text) => text as Month),
)
export const time = v.pipe(
  v.string(),
  v.check(isLocalTime),
  v.transform((text) => text as LocalTime),
)
export const instant = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((ms) => ms as Instant),
)
export const fen = v.pipe(
  v.number(),
  v.safeInteger(),
  v.transform((amount) => amount as Fen),
)
export const span = v.object({ from: time, to: time })
/** A span that the plan can hold: it ends after it begins, on half hours. */
export const planSpan = v.pipe(
  v.strictObject({ from: time, to: time }),
  v.check((each) => isOnGrid(each) && each.from < each.to),
)
export const weekday = v.picklist([1, 2, 3, 4, 5, 6, 7])
export const slotKey = v.pipe(
  v.string(),
  v.regex(/^\d{4}$/),
  v.transform((text) => text as SlotKey),
)
/** Mainland mobile, as typed: 11 digits that start with 1. */
export const mobile = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/[\s-]/g, '')),
  v.regex(/^1[3-9]\d{9}$/),
)
/** A map by branded keys; `v.record` alone would call every value optional. */
export const mapBy = <Key extends string, Value extends v.GenericSchema>(
  key: v.GenericSchema<string, Key>,
  value: Value,
) =>
  v.pipe(
    v.record(key as v.GenericSchema<string, string>, value),
    v.transform((map) => map as Readonly<Record<Key, v.InferOutput<Value>>>),
  )
export const template = v.picklist(TEMPLATE_NAMES)
/** A refusal's code; its words are the phone's. */
export const refusalCode = v.pipe(
  v.string(),
  v.transform((code) => code as RefusalCode),
)
/** What a draw gave a request: `booked`, or why not. */
export const drawResult = v.pipe(
  v.string(),
  v.transform((code) => code as DrawResult),
)
export const nothing = v.strictObject({})
