import type { TabBar } from '../runtime/types'

export type Json = Record<string, unknown>

export interface Subpackage {
  root: string
  name?: string
  pages: string[]
  /** Can start without the main package, and sees nothing of it. */
  independent?: boolean
}

/** What the phone reads of app.json. */
export interface AppJson extends Json {
  pages?: string[]
  subpackages?: Subpackage[]
  /** WeChat accepts both spellings. */
  subPackages?: Subpackage[]
  usingComponents?: Record<string, string>
  tabBar?: TabBar
  window?: Json
}

export const trimSlashes = (path: string) => path.replace(/^\/+|\/+$/g, '')

export const packagesOf = (json: AppJson): Subpackage[] =>
  (json.subpackages ?? json.subPackages ?? []).map((one) => ({
    ...one,
    root: trimSlashes(one.root),
  }))

/** Every page with the name that app.json gives it. */
export const pagesOf = (json: AppJson) => [
  ...(json.pages ?? []).map((name) => ({ path: trimSlashes(name), name })),
  ...packagesOf(json).flatMap(({ root, pages }) =>
    pages.map((name) => ({ path: trimSlashes(`${root}/${name}`), name })),
  ),
]
