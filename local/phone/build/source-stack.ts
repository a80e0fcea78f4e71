import type { Locate } from './source-position'

/** Puts the lines of the sources into a stack: `http://…/phone/source/pages/a/a.ts:3:9` → `pages/a/a.ts:5:3`. */
export const sourceStack = (stack: string, locateIn: (path: string) => Locate | undefined) =>
  stack.replace(
    /(?:https?:\/\/[^/\s]+)?\/phone\/source\/([^\s:)]+):(\d+):(\d+)/g,
    (_, path: string, line: string, column: string) => {
      const locate = locateIn(path)
      if (!locate) return `${path}:${line}:${column}`
      const found = locate(Number(line), Number(column))
      // Without a place the numbers would be those of compiled code.
      if (!found) return path
      return `${path}:${found.line}${found.column === undefined ? '' : `:${found.column}`}`
    },
  )
