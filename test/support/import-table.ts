/** Who may import whom. Areas are folders; the longest that holds a file is its area. */
export interface Allowed {
  /** Areas whose code may be used. */
  readonly code: readonly string[]
  /** Areas of which only types may be used (`import type`). */
  readonly types?: readonly string[]
  /** npm packages, as names; `node:` stands for all of Node's own. */
  readonly packages?: readonly string[]
}

const DOMAIN = 'miniprogram/domain'
const VIEW = 'miniprogram/view'
const SERVICES = 'miniprogram/services'
const CONTRACT = 'cloudfunctions/core/contract'
const KERNEL = 'cloudfunctions/core/kernel'
const STORE = 'cloudfunctions/core/store'
const NOTIFY = 'cloudfunctions/core/notify'
const CALENDAR = 'cloudfunctions/core/calendar'
const WORKBOOK = 'cloudfunctions/core/workbook'
const USECASES = 'cloudfunctions/core/usecases'
const JOBS = 'cloudfunctions/core/jobs'

const screen: Allowed = {
  code: ['miniprogram', SERVICES, VIEW, DOMAIN],
  packages: ['tdesign-miniprogram'],
}

export const IMPORT_TABLE: Readonly<Record<string, Allowed>> = {
  [DOMAIN]: { code: [DOMAIN] },
  [VIEW]: { code: [VIEW, DOMAIN] },
  // `say` shows a refusal's words, so services may ask the view for them.
  [SERVICES]: { code: [SERVICES, VIEW, DOMAIN], types: [CONTRACT] },
  // App, pages, packages, components.
  miniprogram: screen,
  [CONTRACT]: { code: [CONTRACT, DOMAIN], packages: ['valibot'] },
  [USECASES]: { code: [USECASES, CONTRACT, DOMAIN], types: [KERNEL, STORE] },
  // Not use cases, but the parts that several share: freeing places, telling a family.
  // A job does what a use case does when time brings it about.
  // What a person does and a timer does alike, such as taking places, is one step of the use cases.
  [JOBS]: { code: [JOBS, USECASES, DOMAIN], types: [KERNEL, STORE] },
  [STORE]: { code: [STORE, DOMAIN], types: [KERNEL], packages: ['@cloudbase/node-sdk'] },
  [NOTIFY]: { code: [NOTIFY, DOMAIN], types: [KERNEL, STORE], packages: ['@cloudbase/node-sdk'] },
  [WORKBOOK]: { code: [WORKBOOK, DOMAIN], packages: ['write-excel-file'] },
  [CALENDAR]: { code: [CALENDAR, DOMAIN], packages: ['chinese-days'] },
  [KERNEL]: {
    code: [KERNEL, STORE, NOTIFY, CONTRACT, CALENDAR, WORKBOOK, DOMAIN],
    packages: ['@cloudbase/node-sdk', 'valibot', 'node:'],
  },
  'cloudfunctions/api': { code: [USECASES, KERNEL] },
  'cloudfunctions/scheduled': { code: [JOBS, USECASES, KERNEL] },
  // The stand-ins serve the mini-program's files and run the built functions, as Tencent does.
  local: { code: ['local', 'scripts'], packages: ['*'] },
  scripts: { code: ['scripts', 'local'], packages: ['*'] },
}

/** Packages that a single file may use beyond its area's. */
export const FILE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'miniprogram/domain/time.ts': ['dayjs'],
  'miniprogram/domain/draw.ts': ['tweetnacl'],
  'miniprogram/domain/signed-text.ts': ['tweetnacl', 'base64-js'],
}

export function areaOf(path: string): string | undefined {
  return Object.keys(IMPORT_TABLE)
    .filter((area) => path.startsWith(`${area}/`))
    .sort((a, b) => b.length - a.length)[0]
}
