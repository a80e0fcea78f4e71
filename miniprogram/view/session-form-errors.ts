import { minutesOf } from '../domain/time'
import type { FormErrors } from './form-errors'
import type { SessionForm } from './session-form'
import { wordsOf, type Detail } from './words'

const MOST_PLACES = 60
const LONGEST_TITLE = 20
const MOST_BOOKS = 12

export const SESSION_FORM_WORDS = {
  title: '请写名字，最多二十个字。',
  span: '结束的时间要比开始的晚。',
  ages: '开始的年龄要比结束的小。',
  places: '名额从 1 个到 60 个。',
  leader: '请在名单里选，或写上名字，最多十个字。',
  room: '请选一个场地。',
  bookIds: '最多十二本，都要在书目里。',
} as const satisfies FormErrors

export function sessionErrorsOf(form: SessionForm): FormErrors {
  const title = form.title.trim()
  const wrong: readonly (readonly [keyof typeof SESSION_FORM_WORDS, boolean])[] = [
    ['title', title === '' || title.length > LONGEST_TITLE],
    ['span', minutesOf(form.to) <= minutesOf(form.from)],
    ['ages', form.fromMonths >= form.toMonths],
    ['places', form.places < 1 || form.places > MOST_PLACES],
    ['leader', form.leader.role === 'guest' && form.leader.name.trim() === ''],
    ['room', form.room === ''],
    ['bookIds', form.books.length > MOST_BOOKS],
  ]
  return Object.fromEntries(
    wrong.filter(([, is]) => is).map(([field]) => [field, SESSION_FORM_WORDS[field]]),
  )
}

const FIELD_OF: Readonly<Record<string, keyof typeof SESSION_FORM_WORDS>> = {
  room_taken: 'room',
  leader_busy: 'leader',
  not_assignable: 'leader',
  nap_time: 'span',
  day_closed: 'span',
  half_hour_closed: 'span',
  outside_hours: 'span',
  span_past: 'span',
  span_off_grid: 'span',
}

/** What the function says no to, beside the field that can change it: `陈老师那时有课。…` */
export function refusedErrorsOf(
  detail: Detail,
  form: SessionForm,
  before: SessionForm,
): FormErrors {
  const field = detail.code === 'session_booked' ? changedOf(form, before) : FIELD_OF[detail.code]
  if (field) {
    const { title, text } = wordsOf(detail)
    return { [field]: `${title}：${text}` }
  }
  if (detail.code !== 'invalid_input') return {}
  // `session.span.to` → `span`
  const names = detail.fields.map(({ path }) => path.split('.')[1] ?? '')
  const known = names.map((name) => (name.endsWith('Months') ? 'ages' : name))
  return Object.fromEntries(
    Object.entries(SESSION_FORM_WORDS).filter(([name]) => known.includes(name)),
  )
}

/** What families were promised and the form has otherwise; places where it has nothing else. */
function changedOf(form: SessionForm, before: SessionForm): string {
  const differs = (...fields: readonly (keyof SessionForm)[]): boolean =>
    fields.some((field) => form[field] !== before[field])
  if (differs('from', 'to')) return 'span'
  if (differs('room')) return 'room'
  if (differs('accompanied')) return 'who'
  return differs('fromMonths', 'toMonths') ? 'ages' : 'places'
}
