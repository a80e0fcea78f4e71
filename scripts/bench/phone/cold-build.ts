import { execFileSync } from 'node:child_process'
import { median, spread } from '../figures'

const RUNS = 5

/** Milliseconds from the start of a process to the phone's document: runtime, app and home page compiled from nothing. */
export function coldBuild(): number {
  const times = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/phone/cold-process.ts'], {
        encoding: 'utf8',
      }),
    ),
  )
  console.log(`cold build ${spread(times)}`)
  return Math.round(median(times))
}
