/** Something wrong in the app's source, as the phone and the terminal show it. */
export interface Problem {
  /** Path inside the app, e.g. `pages/home/home.wxml`. */
  file: string
  /** Counted from 1; absent when the whole file is meant. */
  line?: number
  message: string
}

export const problemText = ({ file, line, message }: Problem) =>
  `${file}${line === undefined ? '' : `:${line}`} ${message}`

/** 1-based line of a character offset. */
export const lineAt = (source: string, offset: number) => source.slice(0, offset).split('\n').length

/** The line where a JSON source has this name, its first when it has not. */
export const lineOfName = (source: string, name: string): number =>
  lineAt(source, Math.max(0, source.indexOf(`"${name}"`)))
