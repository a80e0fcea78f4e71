import type { Problem } from './problem'

/** What the server tells of a component's json, ready for the framework. */
export interface ComponentConfig {
  component?: boolean
  /** Absolute paths (`/components/x/x`), only of those that the template uses. */
  usingComponents: Record<string, string>
  componentGenerics?: Record<string, unknown>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  [key: string]: unknown
}

export interface Style {
  css: string
  /** Class prefix; absent when its classes are shared. */
  prefix?: string
}

/** Everything that a page needs to run, keyed by path; what the phone has already it skips. */
export interface Parts {
  scripts: Record<string, { code: string; requires: Record<string, string | null> }>
  wxs: Record<string, string>
  templates: Record<string, string>
  styles: Record<string, Style>
  /**
   * `script` is absent for a component without one; `handlers` are the methods that its template
   * names, with the line of each.
   */
  components: Record<
    string,
    { config: ComponentConfig; script?: string; handlers?: Record<string, number> }
  >
  problems: Problem[]
}

export const noParts = (): Parts => ({
  scripts: {},
  wxs: {},
  templates: {},
  styles: {},
  components: {},
  problems: [],
})
