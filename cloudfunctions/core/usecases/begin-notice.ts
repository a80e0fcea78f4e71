import type { Notice } from '../../../miniprogram/domain/notice'
import type { Context } from '../kernel/context'
import { sendDue } from './send-due'
import { tellNotice } from './tell-notice'

/** Of a community of this size the desk sees the outcome at once; what is more the timer does. */
const PAGES_NOW = 1
const MESSAGES_NOW = 120

/** Writes down a notice, whole, and starts with it if its moment is now. The same again changes nothing. */
export async function beginNotice(context: Context, notice: Notice): Promise<Notice> {
  const { store } = context
  const { id, by } = notice
  const isWritten =
    (await store.notices.add(notice)) || (await store.notices.write(id, by, notice)) === 1
  if (isWritten && notice.state === 'going') {
    await tellNotice(context, notice, PAGES_NOW)
    await sendDue(context, MESSAGES_NOW)
  }
  return (await store.notices.get(id)) ?? notice
}
