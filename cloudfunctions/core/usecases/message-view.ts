import type { MessageView } from '../contract/message-view'
import type { StoredMessage } from '../store/messages'

export function messageViewOf(message: StoredMessage & { readonly _id: string }): MessageView {
  const { _id, template, data, page, at, read } = message
  return { id: _id, template, data, page, at, read }
}
