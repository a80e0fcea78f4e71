import type { Page } from 'playwright-core'
import { median, rounded, spread } from '../figures'

const ROWS = 500
const RUNS = 21
/** One change of a text is too short for the browser's clock: so many, one after the other, are divided. */
const CHANGES = 20

/** What a page of the mini-program looks like from the browser's side. */
interface PageElement extends HTMLElement {
  __wxElement: { setData(data: object): void }
}
type Times = Record<'rows' | 'plainRows' | 'field' | 'plainField', number[]>

/**
 * Milliseconds of `setData` and of the layout that it causes: 500 rows of three texts into an empty list, then one
 * text of one row; beside each the same elements made, and the same text changed, by the DOM's own functions.
 */
export async function setData(page: Page): Promise<object> {
  await page.locator('.list').waitFor({ state: 'attached' })
  const times = await page.evaluate(measure, { count: ROWS, runs: RUNS, changes: CHANGES })
  for (const name of Object.keys(times) as (keyof Times)[])
    console.log(`setData, ${name}: ${spread(times[name])}`)
  const [rows, plainRows, field, plainField] = (
    ['rows', 'plainRows', 'field', 'plainField'] as const
  ).map((name) => rounded(median(times[name])))
  return { rowsMs: rows, plainRowsMs: plainRows, fieldMs: field, plainFieldMs: plainField }
}

/** Runs in the phone's document; no named function inside, for which tsx would call its own helper. */
function measure({ count, runs, changes }: Record<'count' | 'runs' | 'changes', number>): Times {
  const page = (document.querySelector('wx-page') as PageElement)['__wxElement']
  const list = document.querySelector('.list') as HTMLElement
  const rows = Array.from({ length: count }, (_, id) => ({
    id,
    name: `孩子${id}`,
    time: '9:00 到 11:00',
    state: '已预约',
  }))
  const times: Times = { rows: [], plainRows: [], field: [], plainField: [] }
  for (let run = 0; run <= runs; run++) {
    // The page keeps what it is given as its own and changes it later.
    const given = structuredClone(rows)
    let start = performance.now()
    page.setData({ rows: given })
    void list.offsetHeight
    const rowsMs = performance.now() - start
    const drawn = list.innerHTML

    start = performance.now()
    for (let row = 0; row < changes; row++) {
      page.setData({ [`rows[${row}].state`]: `在园 ${run}` })
      void list.offsetHeight
    }
    const fieldMs = (performance.now() - start) / changes
    if (!list.children[changes - 1]?.textContent?.endsWith(`在园 ${run}`))
      throw new Error('the field is not on screen')
    page.setData({ rows: [] })
    void list.offsetHeight

    const twin = list.cloneNode() as HTMLElement
    list.after(twin)
    void twin.offsetHeight
    start = performance.now()
    for (const { name, time, state } of rows) {
      const row = document.createElement('wx-view')
      row.className = 'row'
      for (const [kind, words] of [
        ['name', name],
        ['time', time],
        ['state', state],
      ] as const) {
        const text = document.createElement('wx-text')
        text.className = kind
        text.append(words)
        row.append(text)
      }
      twin.append(row)
    }
    void twin.offsetHeight
    const plainRowsMs = performance.now() - start
    if (twin.childElementCount !== count || !drawn.includes('孩子499'))
      throw new Error('the two lists differ')

    start = performance.now()
    for (let row = 0; row < changes; row++) {
      const text = twin.children[row]?.lastElementChild?.firstChild as Text
      text.data = `在园 ${run}`
      void twin.offsetHeight
    }
    const plainFieldMs = (performance.now() - start) / changes
    if (!twin.children[changes - 1]?.textContent?.endsWith(`在园 ${run}`))
      throw new Error('the plain text is not on screen')
    twin.remove()
    // The first round compiles.
    if (run === 0) continue
    times.rows.push(rowsMs)
    times.field.push(fieldMs)
    times.plainRows.push(plainRowsMs)
    times.plainField.push(plainFieldMs)
  }
  return times
}
