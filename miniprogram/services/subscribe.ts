import type { TemplateName } from '../domain/template'
import { call } from './call'
import { session } from './session'

/**
 * WeChat's dialog that allows one message for each template. It must be the first act of the tap
 * (before any await); a refusal, or a phone that cannot ask, is an empty list and stops nothing.
 * Its answer is for `bookCare`, which records it; elsewhere use `askAndRecord`.
 */
export async function askFor(names: readonly TemplateName[]): Promise<TemplateName[]> {
  const templates = session()?.site.templates ?? {}
  const known = names.filter((name) => templates[name])
  if (known.length === 0) return []
  try {
    const tmplIds = known.map((name) => templates[name] ?? '')
    const answers = await wx.requestSubscribeMessage({ tmplIds })
    return known.filter((name) => answers[templates[name] ?? ''] === 'accept')
  } catch {
    return []
  }
}

/** Asks and tells the functions at once. */
export async function askAndRecord(names: readonly TemplateName[]): Promise<TemplateName[]> {
  const accepted = await askFor(names)
  if (accepted.length > 0) await call('recordConsent', { accepted })
  return accepted
}
