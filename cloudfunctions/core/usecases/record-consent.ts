import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** Counts what the phone reports after WeChat's dialog. Whether WeChat really delivers, only sending tells. */
export const recordConsent: UseCase<'recordConsent', 'anyone'> = {
  name: 'recordConsent',
  access: { for: 'anyone' },
  async run({ store }, { accepted }, { openid }) {
    if (accepted.length > 0 && (await store.people.addCredits(openid, accepted)) === 0) {
      const credits = Object.fromEntries(accepted.map((template) => [template, 1]))
      await store.people.add(openid, { name: '', roles: {}, credits })
    }
    const person = await store.people.get(openid)
    return accept({ credits: { ...person?.credits } })
  },
}
