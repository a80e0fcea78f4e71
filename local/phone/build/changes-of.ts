import type { Parts } from './parts'
import type { Problem } from './problem'

/** What a running phone takes over after a change of the app's files. */
export interface Change {
  templates: Parts['templates']
  styles: Parts['styles']
  /** Only their handlers differ. */
  components: Parts['components']
  /** Pages' own scripts: nothing else has them, so they can run again alone. */
  scripts: Parts['scripts']
  problems: Problem[]
  /** More than looks and pages' own scripts has changed: everything must start again. */
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

const pathsOf = (one: object) => Object.keys(one).sort().join()

/** The difference between two builds of the page `path`. */
export const changesOf = (path: string, before: Parts, now: Parts): Change => {
  const templates = different(before.templates, now.templates)
  const styles = different(before.styles, now.styles)
  const scripts = different(before.scripts, now.scripts)
  const own = now.components[path]?.script
  const inPlace =
    pathsOf(before.scripts) === pathsOf(now.scripts) &&
    Object.entries(scripts).every(
      ([script, { requires }]) =>
        script === own &&
        JSON.stringify(requires) === JSON.stringify(before.scripts[script]?.requires),
    ) &&
    same(before.wxs, now.wxs) &&
    same(withoutHandlers(before.components), withoutHandlers(now.components)) &&
    // An imported template lives on in the copies of those that import it.
    Object.keys(templates).every((path) => path in now.components) &&
    Object.keys(styles).every((path) => path in before.styles)
  return {
    components: different(before.components, now.components),
    templates,
    styles,
    scripts,
    problems: now.problems,
    restart: !inPlace || before.problems.length > 0,
  }
}
