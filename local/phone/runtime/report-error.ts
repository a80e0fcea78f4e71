import type { Problem } from '../build/problem'

let panel: HTMLElement | undefined
/** Ends what cannot go on because of problems that are on screen, and in the terminal, already. */
export class ShownProblem extends Error {}

type Listener = (error: unknown, text: string, where: string) => void
const listeners = new Set<Listener>()

/** Hears every error of the app, with its text as shown on screen and what was running. */
export const onReportedError = (listener: Listener) => {
  listeners.add(listener)
}

/** Takes what was complained of off the screen, as after a fix. */
export const clearErrors = () => {
  panel?.remove()
  panel = undefined
}

const show = (text: string) => {
  if (!panel) {
    panel = document.createElement('pre')
    panel.className = 'phone-errors'
    panel.setAttribute('role', 'alert')
    panel.title = '点一下收起'
    panel.addEventListener('click', clearErrors)
    document.body.append(panel)
  }
  panel.textContent = `${panel.textContent ?? ''}${panel.textContent ? '\n\n' : ''}${text}`
}

const withSourceLines = async (text: string, where: string) => {
  try {
    const reply = await fetch('/phone/error', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, where }),
    })
    return ((await reply.json()) as { text: string }).text
  } catch {
    return text
  }
}

const tell = async (error: unknown, text: string, where: string) => {
  const isShown = error instanceof ShownProblem
  const mapped = isShown ? error.message : await withSourceLines(text, where)
  if (!isShown) show(mapped)
  console.error(mapped)
  for (const listener of listeners) listener(error, mapped, where)
}

/** Shows an error over the app and prints it in the terminal, lines as in the sources. */
export const reportError = (error: unknown, where = '') => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  void tell(error, text, where.trim())
}

export const showProblems = (problems: Problem[]) => {
  for (const { file, line, message } of problems)
    show(`${file}${line === undefined ? '' : `:${line}`}\n${message}`)
}
