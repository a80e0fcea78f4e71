import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Counts what the phone reports after WeChat's dialog. Whether WeChat really delivers, only sending tells. */
export const recordConsent: UseCase<'recordConsent', 'anyone'> = {
  name: 'recordConsent',
  access: { for: 'anyone' },
  async run({ store, randomId }, { attempt = randomId(16), ...report }, { openid }) {
    const known = await store.people.report(openid, report, attempt)
    const person = await store.people.get(openid)
    if (known === 0 && !person) {
      const credits = Object.fromEntries(report.accepted.map((template) => [template, 1]))
      await store.people.add(openid, { name: '', roles: {}, credits, lastAsk: attempt })
      return accept({ credits })
    }
    return accept({ credits: { ...person?.credits } })
  },
}
