import type { Parts } from './parts'
import type { Problem } from './problem'

/** What a running phone takes over after a change of the app's files. */
export interface Change {
  templates: Parts['templates']
  styles: Parts['styles']
  /** Only their handlers differ. */
  components: Parts['components']
  problems: Problem[]
  /** More than looks has changed: the scripts must run again. */
  restart: boolean
}

const different = <T>(before: Record<string, T>, now: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([path, one]) => one !== before[path] && JSON.stringify(one) !== JSON.stringify(before[path]),
    ),
  )

const same = <T>(before: Record<string, T>, now: Record<string, T>) =>
  Object.keys(before).length === Object.keys(now).length &&
  Object.keys(different(before, now)).length === 0

const withoutHandlers = (components: Parts['components']) =>
  Object.fromEntries(
    Object.entries(components).map(([path, { config, script }]) => [path, { config, script }]),
  )

/** The difference between two builds of a page. */
export const changesOf = (before: Parts, now: Parts): Change => {
  const templates = different(before.templates, now.templates)
  const styles = different(before.styles, now.styles)
  const looks =
    same(before.scripts, now.scripts) &&
    same(before.wxs, now.wxs) &&
    same(withoutHandlers(before.components), withoutHandlers(now.components)) &&
    // An imported template lives on in the copies of those that import it.
    Object.keys(templates).every((path) => path in now.components) &&
    Object.keys(styles).every((path) => path in before.styles)
  return {
    components: different(before.components, now.components),
    templates,
    styles,
    problems: now.problems,
    restart: !looks || before.problems.length > 0,
  }
}
