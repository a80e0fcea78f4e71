import type { Change } from '../build/changes-of'
import { clearErrors, showProblems } from './report-error'

interface Note {
  version: number
  /** Only templates and sheets were saved; absent when the phone joins. */
  looks?: boolean
}

interface Running {
  version: number
  /** Paths of the pages whose files the phone has; empty while nothing runs. */
  pages: () => string[]
  /** Puts new looks under the running pages. */
  refresh: (change: Change) => void
  /** Starts anew, with the pages that are open and what they hold. */
  restart: () => void
}

/** Follows the app's files: looks change in place, anything else starts the app again where it was. */
export const reloadOnChange = ({ version, pages, refresh, restart }: Running) => {
  let have = version
  const follow = async ({ version: now, looks }: Note) => {
    if (now === have) return
    const missed = now !== have + 1
    have = now
    const open = pages()
    if (missed || looks !== true || open.length === 0) return restart()
    const reply = await fetch(`/phone/changed?pages=${open.join(',')}`)
    const changes = (await reply.json()) as Change[]
    const problems = changes.flatMap((one) => one.problems)
    clearErrors()
    if (problems.length > 0) return showProblems(problems)
    if (changes.some((one) => one.restart)) return restart()
    for (const change of changes) refresh(change)
  }
  new EventSource('/phone/changes').addEventListener('message', ({ data }) => {
    void follow(JSON.parse(data as string) as Note)
  })
}
