import { lineAt } from './problem'

export interface Position {
  line: number
  /** Absent where only the line is known. */
  column?: number
}

/** Where a place in compiled code stands in the source; lines and columns are counted from 1. */
export type Locate = (line: number, column: number) => Position | undefined

interface InlineScript {
  name: string
  code: string
  /** Line of the source on which the script's text begins, from 1. */
  line: number
}

/**
 * Places in a compiled template: inside an inline script exactly, elsewhere the line that calls the
 * same WXS function, as only such calls can fail in an expression.
 */
export const locateInTemplate =
  (source: string, code: string, scripts: InlineScript[]): Locate =>
  (line, column) => {
    const before = code.split('\n').slice(0, line - 1)
    const offset = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
    for (const script of scripts) {
      const start = code.indexOf(script.code)
      if (start < 0 || offset < start || offset > start + script.code.length) continue
      return { line: script.line + code.slice(start, offset).split('\n').length - 1, column }
    }
    const [, variable = '', method = ''] =
      /X\((\w+)\)\.(\w+)/.exec(code.slice(Math.max(0, offset - 12), offset + 80)) ?? []
    const name = new RegExp(`\\bvar ${variable}=(?:D\\('[^']*#(\\w+)'|R\\["([^"]+)"\\])`).exec(code)
    if (variable === '' || !name) return undefined
    const module = name[1] ?? moduleOf(source, name[2] ?? '')
    const at = source.indexOf(`${module}.${method}(`)
    return at < 0 ? undefined : { line: lineAt(source, at) }
  }

/** The name under which a template knows a script file. */
const moduleOf = (source: string, path: string) => {
  const file = path.split('/').at(-1) ?? path
  const tag = [...source.matchAll(/<wxs\b[^>]*>/g)].find(([text]) => text.includes(`${file}.wxs`))
  return /module=["'](\w+)/.exec(tag?.[0] ?? '')?.[1] ?? ''
}
