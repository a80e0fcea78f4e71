import type { Change } from '../build/changes-of'
import { clearErrors, showProblems } from './report-error'

interface Note {
  version: number
  /** Only templates, sheets and scripts were saved; absent when the phone joins. */
  inPlace?: boolean
}

interface Running {
  version: number
  /** Paths of the pages whose files the phone has; empty while nothing runs. */
  pages: () => string[]
  /** Puts new looks under the running pages. */
  refresh: (change: Change) => void
  /** Runs these scripts of pages again and opens the pages anew, with what they hold. */
  rerun: (scripts: Change['scripts']) => void
  /** Starts anew, with the pages that are open and what they hold. */
  restart: () => void
}

/** Follows the app's files: looks change in place, a page's script opens it anew, anything else starts the app again where it was. */
export const reloadOnChange = ({ version, pages, refresh, rerun, restart }: Running) => {
  let have = version
  const follow = async ({ version: now, inPlace }: Note) => {
    if (now === have) return
    const missed = now !== have + 1
    have = now
    const open = pages()
    if (missed || inPlace !== true || open.length === 0) return restart()
    const reply = await fetch(`/phone/changed?pages=${open.join(',')}`)
    const changes = (await reply.json()) as Change[]
    const problems = changes.flatMap((one) => one.problems)
    clearErrors()
    if (problems.length > 0) return showProblems(problems)
    if (changes.some((one) => one.restart)) return restart()
    for (const change of changes) refresh(change)
    const scripts = Object.assign({}, ...changes.map((one) => one.scripts)) as Change['scripts']
    if (Object.keys(scripts).length > 0) rerun(scripts)
  }
  new EventSource('/phone/changes').addEventListener('message', ({ data }) => {
    void follow(JSON.parse(data as string) as Note)
  })
}
