/** What the columns of a picker show and what their places mean. */
export interface Columns {
  /** Labels of each column for the places chosen so far. */
  labels: (places: number[]) => string[][]
  places: () => number[]
  /** The picker's value for the places. */
  value: (places: number[]) => unknown
}

const two = (value: number) => String(value).padStart(2, '0')
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const labelOf = (item: unknown, key: string): string => {
  const label =
    key !== '' && typeof item === 'object' ? (item as Record<string, unknown>)[key] : item
  return typeof label === 'string' ? label : JSON.stringify(label ?? '')
}

export const selectorColumns = (items: unknown[], key: string, value: number): Columns => ({
  labels: () => [items.map((item) => labelOf(item, key))],
  places: () => [Math.max(0, value)],
  value: ([place = 0]) => place,
})

export const multiColumns = (columns: unknown[][], key: string, value: number[]): Columns => ({
  labels: () => columns.map((items) => items.map((item) => labelOf(item, key))),
  places: () => columns.map((_, index) => Math.max(0, value[index] ?? 0)),
  value: (places) => places,
})

const parseTime = (text: string, other: string) => {
  const [hour = 0, minute = 0] = (/^\d\d?:\d\d$/.test(text) ? text : other).split(':').map(Number)
  return [hour, minute] as const
}

const parseDate = (text: string, other: [number, number, number]) => {
  const [year = other[0], month = other[1], day = other[2]] = text
    ? text.split('-').map(Number)
    : []
  return [year, month, day] as const
}

/** `09:30`; start and end bound the hours, and the minutes of the first and last hour. */
export const timeColumns = (value: string, start: string, end: string): Columns => {
  const [fromHour, fromMinute] = parseTime(start, '00:00')
  const [toHour, toMinute] = parseTime(end, '23:59')
  const [hour, minute] = parseTime(value, start || '00:00')
  const hours = range(fromHour, toHour)
  const minutes = (at: number) =>
    range(at === fromHour ? fromMinute : 0, at === toHour ? toMinute : 59)
  return {
    labels: ([place = 0]) => [hours.map(two), minutes(hours[place] ?? fromHour).map(two)],
    places: () => [Math.max(0, hours.indexOf(hour)), Math.max(0, minutes(hour).indexOf(minute))],
    value: ([first = 0, second = 0]) => {
      const at = hours[first] ?? fromHour
      return `${two(at)}:${two(minutes(at)[second] ?? 0)}`
    },
  }
}

/** `2026-03-01`, or less for `fields` of month or year. */
export const dateColumns = (
  value: string,
  start: string,
  end: string,
  fields: string,
  today: Date,
): Columns => {
  const now: [number, number, number] = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  const from = parseDate(start, [1900, 1, 1])
  const to = parseDate(end, [2100, 12, 31])
  const [year, month, day] = parseDate(value, now)
  const years = range(from[0], to[0])
  const months = (y: number) => range(y === from[0] ? from[1] : 1, y === to[0] ? to[1] : 12)
  const days = (y: number, m: number) =>
    range(
      y === from[0] && m === from[1] ? from[2] : 1,
      y === to[0] && m === to[1] ? to[2] : new Date(y, m, 0).getDate(),
    )
  const depth = fields === 'year' ? 1 : fields === 'month' ? 2 : 3
  const at = ([first = 0, second = 0, third = 0]: number[]) => {
    const y = years[first] ?? from[0]
    const m = months(y)[second] ?? months(y).at(-1) ?? 1
    return [y, m, days(y, m)[third] ?? days(y, m).at(-1) ?? 1] as const
  }
  return {
    labels: (places) => {
      const [y, m] = at(places)
      return [
        years.map((one) => `${one}年`),
        months(y).map((one) => `${one}月`),
        days(y, m).map((one) => `${one}日`),
      ].slice(0, depth)
    },
    places: () =>
      [years.indexOf(year), months(year).indexOf(month), days(year, month).indexOf(day)]
        .map((place) => Math.max(0, place))
        .slice(0, depth),
    value: (places) =>
      at(places)
        .slice(0, depth)
        .map((part, index) => (index === 0 ? String(part) : two(part)))
        .join('-'),
  }
}
