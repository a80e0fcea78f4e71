import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lateAskers } from './support/late-askers'
import { ROOT, projectFiles } from './support/project-files'

test('on every page WeChat’s dialog is the first act of the tap', () => {
  const paths = projectFiles('miniprogram').filter(
    (path) => path.endsWith('.ts') && path !== 'miniprogram/services/subscribe.ts',
  )
  let asks = 0
  for (const path of paths) {
    const found = lateAskers(path, readFileSync(join(ROOT, path), 'utf8'))
    asks += found.asks
    expect({ path, late: found.late }).toEqual({ path, late: [] })
  }
  expect(asks).toBeGreaterThanOrEqual(8)
})

const page = (body: string) => `Page({ async onBook() { ${body} } })`

test.each([
  ['asked at once', page("const asking = askFor(['booked']); await asking"), []],
  ['awaited at once', page("const accepted = await askFor(['booked'])"), []],
  ['asked after a wait', page("await entered(); askFor(['booked'])"), ['onBook: after an await']],
  [
    'asked in a wait that waits itself',
    page("await go(await entered(), askFor(['booked']))"),
    ['onBook: after an await'],
  ],
  [
    'asked by nobody’s tap',
    "Page({ async load() { await askFor(['booked']) } })",
    ['load: no tap'],
  ],
  [
    'a wait of another function',
    "Page({ async load() { await x() }, onBook: () => askFor(['booked']) })",
    [],
  ],
])('%s', (_name, text, late) => expect(lateAskers('page.ts', text).late).toEqual(late))
