import { existsSync, watch } from 'node:fs'
import { join, sep } from 'node:path'

/** A save often comes as two or three events. */
const settleMs = 12

/**
 * Tells which files of the app were saved, as paths inside it; undefined when files came or went, as
 * then anything may resolve differently.
 */
export const watchApp = (appDir: string, changed: (files: string[] | undefined) => void) => {
  const known = new Set<string>()
  const files = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let structure = false
  return watch(appDir, { recursive: true }, (kind, name) => {
    const path = name?.split(sep).join('/')
    if (path === undefined) structure = true
    else {
      files.add(path)
      // An editor that saves by renaming replaces a file that is there before and after.
      if (kind === 'rename' && !(known.has(path) && existsSync(join(appDir, path))))
        structure = true
      known.add(path)
    }
    clearTimeout(timer)
    timer = setTimeout(() => {
      const saved = [...files]
      files.clear()
      changed(structure ? undefined : saved)
      structure = false
    }, settleMs)
  })
}
