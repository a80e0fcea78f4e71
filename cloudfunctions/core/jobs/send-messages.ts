import { ANSWER_WITHIN } from '../../../miniprogram/domain/outbox'
import { later } from '../../../miniprogram/domain/time'
import type { Job } from '../kernel/serve-timer'
import { sendDue } from '../usecases/send-due'

/** With some forty milliseconds a request these fit into the function's minute; the rest has the next one. */
const MOST = 1000

/** Sends what is due: after quiet hours, after a clear failure, of a notice to many. */
export const sendMessages: Job = {
  name: 'sendMessages',
  async run(context) {
    await context.store.messages.loseSight(later(context.now, -ANSWER_WITHIN))
    return sendDue(context, MOST)
  },
}
