import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'

/** In which language the caller wants the community's notices. */
export const chooseLanguage: UseCase<'chooseLanguage', 'anyone'> = {
  name: 'chooseLanguage',
  access: { for: 'anyone' },
  async run({ store }, { language }, { openid }) {
    if ((await store.people.setLanguage(openid, language)) === 0)
      await store.people.add(openid, { name: '', roles: {}, credits: {}, language })
    return accept({ language })
  },
}
