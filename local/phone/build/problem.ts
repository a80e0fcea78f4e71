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
