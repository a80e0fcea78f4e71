import type { Family } from './family'

const manager = () => ({
  debug: (...words: unknown[]) => console.debug(...words),
  info: (...words: unknown[]) => console.info(...words),
  log: (...words: unknown[]) => console.log(...words),
  warn: (...words: unknown[]) => console.warn(...words),
  error: (...words: unknown[]) => console.error(...words),
  setFilterMsg: () => {},
  addFilterMsg: () => {},
})

/** WeChat's log files, kept here by the console. */
export const log: Family = () => ({ getLogManager: manager, getRealtimeLogManager: manager })
