/** One line of JSON: what CloudBase's log search reads. Never a name, a phone number or an input. */
export type Log = (line: Readonly<Record<string, unknown>>) => void

export const log: Log = (line) => {
  console.error(JSON.stringify(line))
}
