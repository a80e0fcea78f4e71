import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { messageViewOf } from './message-view'

export const listMessages: UseCase<'listMessages', 'anyone'> = {
  name: 'listMessages',
  access: { for: 'anyone' },
  async run({ store, now }, _input, { openid }) {
    const messages = await store.messages.of(openid, 100)
    if (messages.some(({ read }) => !read)) await store.messages.readAll(openid)
    return accept({ now, messages: messages.map(messageViewOf) })
  },
}
