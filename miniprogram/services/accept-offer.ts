import type { Fen } from '../domain/money'
import { ask } from './ask'
import { CallError, call } from './call'
import { enter, entered } from './session'
import { askFor } from './subscribe'
import { bookedUrl } from '../view/booked-url'
import { yuan } from '../view/money'
import type { Waiting } from '../view/wait-card'

/**
 * Books what is kept for the family, then shows it. Where the price is another one than was shown, it asks first.
 * The call itself repeats safely: the asking on the list is its attempt.
 */
export async function acceptOffer(wait: Waiting, seenTotalFen: Fen): Promise<void> {
  // WeChat shows its dialog only if asking is the first thing the tap does.
  const accepted = await askFor(['booked', 'reminder', 'change'])
  const { site } = await entered()
  const book = (totalFen: Fen) => {
    const { id, session } = wait
    const asked = {
      siteId: site.id,
      childIds: [...wait.childIds],
      seenTotalFen: totalFen,
      accepted,
    }
    const answer = { ...asked, attempt: id, waitId: id }
    return session
      ? call('bookSession', { ...answer, sessionId: session.id })
      : call('bookCare', { ...answer, date: wait.date, span: wait.offer?.span ?? wait.within })
  }
  const booked = await book(seenTotalFen).catch(async (error: unknown) => {
    const detail = error instanceof CallError ? error.detail : undefined
    if (detail?.code !== 'price_changed') throw error
    const totalFen = detail.totalFen as Fen
    const text = `现在是 ${yuan(totalFen)}，刚才显示的是 ${yuan(seenTotalFen)}。`
    const sure = await ask({ title: '价格变了', text, yes: '照样预订', no: '再想想' })
    return sure ? book(totalFen) : undefined
  })
  if (!booked) return
  void enter().catch(() => undefined)
  await wx.navigateTo({ url: bookedUrl(booked.bookings) })
}
