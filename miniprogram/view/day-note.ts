import type { Book } from '../domain/book'
import type { DayNote } from '../domain/day-note'
import type { BookingId } from '../domain/ids'
import type { RoomChild } from './room-now'

/** The words of a note, field by field, as chips for the carer and as lines for the family. */
export const NOTE_CHOICES = {
  eaten: { all: '吃光了', some: '吃了一些', little: '吃得少' },
  mood: { happy: '开心', calm: '平静', upset: '闹情绪' },
  sleptMinutes: {
    0: '没睡',
    30: '半小时',
    60: '1 小时',
    90: '1 个半小时',
    120: '2 小时',
  },
  nappies: { 0: '没换', 1: '1 次', 2: '2 次', 3: '3 次', 4: '4 次' },
} as const

export type NoteField = keyof typeof NOTE_CHOICES

const LABELS: Readonly<Record<NoteField, string>> = {
  eaten: '吃饭',
  sleptMinutes: '睡觉',
  mood: '心情',
  nappies: '尿布',
}

/** In the order of a day. */
const FIELDS: readonly NoteField[] = ['eaten', 'sleptMinutes', 'mood', 'nappies']

export interface NoteRow {
  readonly field: NoteField
  readonly label: string
  readonly choices: readonly {
    readonly value: string
    readonly label: string
    readonly on: boolean
  }[]
}

export interface NoteKid {
  readonly value: BookingId
  /** 小雨, with a tick once something is written of the day. */
  readonly label: string
  readonly on: boolean
}

export interface NoteView {
  readonly kids: readonly NoteKid[]
  readonly rows: readonly NoteRow[]
  /** Of today's sessions, then what was found and tapped. */
  readonly books: NoteRow['choices']
  /** What the typed words find, a title that the catalogue does not have last. */
  readonly found: NoteRow['choices']
  /** 写给 3 个孩子 */
  readonly button: string
  readonly ready: boolean
  readonly allOn: boolean
}

export type NoteBook = Pick<Book, 'id' | 'title'>

export interface NoteState {
  readonly children: readonly RoomChild[]
  readonly notes: Readonly<Record<string, DayNote>>
  readonly chosen: readonly BookingId[]
  readonly said: DayNote
  readonly sentence: string
  /** Of today's sessions and those that were looked for before. */
  readonly books: readonly NoteBook[]
  readonly typed: string
  /** What the catalogue has under the typed words. */
  readonly found: readonly NoteBook[]
}

export function noteViewOf(state: NoteState): NoteView {
  const { notes, chosen, said, sentence, books } = state
  const here = noteChildrenOf(state.children)
  const blank = Object.keys(said).length === 0 && sentence.trim() === ''
  return {
    kids: here.map(({ bookingId, name }) => ({
      value: bookingId,
      label: notes[bookingId] === undefined ? name : `${name} ✓`,
      on: chosen.includes(bookingId),
    })),
    rows: FIELDS.map((field) => ({
      field,
      label: LABELS[field],
      choices: Object.entries(NOTE_CHOICES[field]).map(([value, label]) => ({
        value,
        label,
        on: String(said[field]) === value,
      })),
    })),
    books: [
      ...books.map(({ id, title }) => ({
        value: id,
        label: title,
        on: (said.bookIds ?? []).includes(id),
      })),
      ...(said.books ?? []).map((title) => ({ value: title, label: title, on: true })),
    ],
    found: foundOf(state),
    button:
      chosen.length === 0 ? '先选孩子' : blank ? '点一下怎么样' : `写给 ${chosen.length} 个孩子`,
    ready: chosen.length > 0 && !blank,
    allOn: here.length > 0 && here.every(({ bookingId }) => chosen.includes(bookingId)),
  }
}

/** Children who are here, then those who have gone home. */
export function noteChildrenOf(children: readonly RoomChild[]): RoomChild[] {
  const of = (state: RoomChild['state']): RoomChild[] => children.filter((c) => c.state === state)
  return [...of('inside'), ...of('gone')]
}

/** A second tap on the same word takes it back. */
export function noteTapped(said: DayNote, field: NoteField, value: string): DayNote {
  const { [field]: before, ...rest } = said
  if (String(before) === value) return rest
  const typed = field === 'sleptMinutes' || field === 'nappies' ? Number(value) : value
  return { ...rest, [field]: typed }
}

/** A book by its id, or a title that the catalogue does not have. */
export function bookTapped(said: DayNote, value: string, known: readonly NoteBook[]): DayNote {
  const { books = [], bookIds = [], ...rest } = said
  const id = known.find((book) => book.id === value)?.id
  const ids = id === undefined ? bookIds : toggled(bookIds, id)
  const titles = id === undefined ? toggled(books, value) : books
  return {
    ...rest,
    ...(ids.length > 0 ? { bookIds: ids } : {}),
    ...(titles.length > 0 ? { books: titles } : {}),
  }
}

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item]
}

/** The function takes no longer title. */
const LONGEST_TITLE = 30

function foundOf({ typed, found, books, said }: NoteState): NoteRow['choices'] {
  const text = typed.trim().slice(0, LONGEST_TITLE)
  if (text === '') return []
  const fresh = found.filter(({ id }) => !books.some((book) => book.id === id))
  const isKnown = [...found, ...books].some(({ title }) => title === text)
  const isSaid = (said.books ?? []).includes(text)
  return [
    ...fresh.map(({ id, title }) => ({ value: id, label: title, on: false })),
    ...(isKnown || isSaid
      ? []
      : [{ value: text, label: `书目里没有，记下《${text}》`, on: false }]),
  ]
}

export interface NoteLine {
  readonly label: string
  readonly text: string
}

/** The note as the family reads it. */
export function noteLinesOf(note: DayNote | undefined): NoteLine[] {
  if (!note) return []
  const chosen = FIELDS.flatMap((field) => {
    const words = NOTE_CHOICES[field] as Readonly<Record<string, string>>
    const value = note[field]
    if (value === undefined) return []
    const text = words[String(value)] ?? (field === 'nappies' ? `${value} 次` : `${value} 分钟`)
    return [{ label: LABELS[field], text }]
  })
  const books = (note.books ?? []).map((title) => `《${title}》`).join('')
  return [
    ...chosen,
    ...(books ? [{ label: '听了绘本', text: books }] : []),
    ...(note.sentence ? [{ label: '老师说', text: note.sentence }] : []),
  ]
}

/** After writing: how many, and whether anybody but this phone knows. */
export function writtenWords({ written, told }: { written: number; told: boolean }): string {
  return told
    ? `写给了 ${written} 个孩子，家长在预约里看得到`
    : `写给了 ${written} 个孩子。没有网络，先记在这部手机上，连上后自动上传。`
}
