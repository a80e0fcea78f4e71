import dayjs from 'dayjs'
import { books } from './books'
import type { Laptop } from './laptop'
import { SITE } from './site'

interface Reader {
  readonly householdId: string
  readonly childId: string
  /** In months, on the day of the seed. */
  readonly months: number
}

/** Books that the first child has heard; the others fewer. */
const MOST_HEARD = 23
const READERS = ['李阿姨', '阿May', 'Joyce']
/** So many weeks back go the logs. */
const WEEKS = 9

/** What the children have heard since they first came, and which books are at whose home. */
export async function fillShelves(
  laptop: Laptop,
  readers: readonly Reader[],
  today: string,
): Promise<void> {
  const readings = readers.map((reader, index) => ({
    _id: reader.childId,
    siteId: SITE,
    householdId: reader.householdId,
    childId: reader.childId,
    heard: heardBy(reader, index, today),
  }))
  const { copies, loans } = lentOn(readers, today)
  for (const [collection, documents] of Object.entries({ readings, copies, loans }))
    await laptop.control('documents', { collection, documents })
}

function heardBy({ months }: Reader, index: number, today: string): Record<string, object> {
  const fitting = books.filter((book) => book.fromMonths <= months && months < book.toMonths)
  const many = index === 0 ? MOST_HEARD : (index * 5) % 17
  const heard: Record<string, Record<string, object>> = {}
  for (const [at, { id }] of fitting.slice(0, many).entries()) {
    const times = at % 4 === 0 ? 2 : 1
    heard[id] = {}
    for (let time = 0; time < times; time++) {
      // Days the point was open on: Monday to Saturday.
      const back = ((at * 3 + time * 11 + index) % (WEEKS * 6)) + 2
      const day = dayjs(today).subtract(back, 'day')
      const date = (day.day() === 0 ? day.subtract(1, 'day') : day).format('YYYY-MM-DD')
      heard[id][date] = at % 3 === 0 ? { session: READERS[at % READERS.length] } : { care: true }
    }
  }
  return heard
}

/** Book, copies of it, and who has them since how many days. */
const SHELF: readonly (readonly [
  title: string,
  codes: readonly string[],
  lent: readonly (readonly [reader: number, days: number, renewed?: 'renewed'])[],
])[] = [
  ['好饿的毛毛虫', ['3F8A91', '7C20D4'], [[0, 13]]],
  ['猜猜我有多爱你', ['A1B27E'], [[0, 15, 'renewed']]],
  ['抱抱', ['5D19C3', '88E4F0'], [[3, 17]]],
  ['我爸爸', ['C4470B'], [[5, 20]]],
  ['小金鱼逃走了', ['19F6AD'], []],
  ['晚安，大猩猩', ['E03B52'], [[8, 2]]],
  ['下雪天', ['6A9D18', 'F2C705'], []],
]
const LOAN_DAYS = 14

const dayAt = (today: string, offset: number): string =>
  dayjs(today).add(offset, 'day').format('YYYY-MM-DD')

function lentOn(readers: readonly Reader[], today: string) {
  const places = new Map<string, number>()
  const loans: object[] = []
  const copies = SHELF.flatMap(([title, codes, lent]) => {
    const bookId = books.find((book) => book.title === title)?.id ?? ''
    return codes.map((code, at) => {
      const id = `${SITE}_${code}`
      const copy = {
        _id: id,
        id,
        siteId: SITE,
        bookId,
        code,
        addedAt: 0,
        attempt: `seed-copy-${code}`,
      }
      const [index, days, renewed] = lent[at] ?? []
      const householdId = index === undefined ? undefined : readers[index]?.householdId
      if (householdId === undefined || days === undefined) return copy
      const number = places.get(householdId) ?? 0
      places.set(householdId, number + 1)
      const attempt = `seed-loan-${code}`
      const loanId = `${householdId}_${number}`
      loans.push({ _id: loanId, id: loanId, householdId, copyId: id, attempt, at: 0 })
      const loan = {
        id: loanId,
        householdId,
        lentOn: dayAt(today, -days),
        dueOn: dayAt(today, (renewed ? 2 : 1) * LOAN_DAYS - days),
        by: '林老师',
        attempt,
        ...(renewed ? { renewed: { on: dayAt(today, -2), attempt } } : {}),
      }
      return { ...copy, loan }
    })
  })
  return { copies, loans }
}
