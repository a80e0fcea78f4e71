import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { messageViewOf } from './message-view'

export const listMessages: UseCase<'listMessages', 'anyone'> = {
  name: 'listMessages',
  access: { for: 'anyone' },
  async run({ store, now }, _input, { openid }) {
    const [messages, person] = await Promise.all([
      store.messages.of(openid, 100),
      store.people.get(openid),
    ])
    if (messages.some(({ read }) => !read)) await store.messages.readAll(openid)
    return accept({
      now,
      messages: messages.map(messageViewOf),
      allowed: person?.credits.notice ?? 0,
      language: person?.language ?? 'mandarin',
    })
  },
}
