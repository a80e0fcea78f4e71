import type { TemplateName } from '../domain/template'
import { newAttempt } from './attempt'
import { call } from './call'
import { session } from './session'

/** WeChat's dialog takes so many templates at once. */
const MOST = 3

/**
 * WeChat's dialog that allows one message for each template. It must be the first act of the tap: a function without
 * an await before it, or WeChat does not show it. A refusal, or a phone that cannot ask, is an empty list and stops
 * nothing. The answer is for calls that take what was `accepted`; elsewhere use `askAndRecord`.
 */
export async function askFor(names: readonly TemplateName[]): Promise<TemplateName[]> {
  const { accepted, ...no } = await answersTo(names)
  if (no.refused.length > 0 || no.banned.length > 0)
    void call('recordConsent', { accepted: [], ...no, attempt: newAttempt() }).catch(() => {})
  return accepted
}

/** Asks and tells the functions at once, once however often the call is repeated. */
export async function askAndRecord(names: readonly TemplateName[]): Promise<TemplateName[]> {
  const answers = await answersTo(names)
  if (Object.values(answers).some((some) => some.length > 0))
    await call('recordConsent', { ...answers, attempt: newAttempt() })
  return answers.accepted
}

/** What the phone reports of each. `filter`, a template with a title like another's, is no answer of the person. */
async function answersTo(names: readonly TemplateName[]) {
  const templates = session()?.site.templates ?? {}
  const asked = names.filter((name) => templates[name]).slice(0, MOST)
  if (asked.length === 0) return { accepted: [], refused: [], banned: [] }
  try {
    const tmplIds = asked.map((name) => templates[name] ?? '')
    const answers = await wx.requestSubscribeMessage({ tmplIds })
    const those = (answer: string): TemplateName[] =>
      asked.filter((name) => answers[templates[name] ?? ''] === answer)
    return { accepted: those('accept'), refused: those('reject'), banned: those('ban') }
  } catch {
    return { accepted: [], refused: [], banned: [] }
  }
}
