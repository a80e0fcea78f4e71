import type * as v from 'valibot'
import type { Fault } from '../../../miniprogram/domain/fault'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import { bookCare } from './book-care'
import { bookSeries } from './book-series'
import { cancelBooking } from './cancel-booking'
import { confirmPapers } from './confirm-papers'
import { enterApp } from './enter-app'
import { eraseMe } from './erase-me'
import { exportMyData } from './export-my-data'
import { acceptInvitation, inviteStaff } from './invite-staff'
import { listBookings } from './list-bookings'
import { listMessages } from './list-messages'
import { quoteCare } from './quote-care'
import { recordConsent } from './record-consent'
import { registerGuardian } from './register-guardian'
import { saveChild } from './save-child'
import { scanTicket } from './scan-ticket'
import { planNotice, sendNotice } from './send-notice'
import { showBooking } from './show-booking'
import { cancelSeries, showSeries } from './show-series'
import { joinDraw, leaveDraw, showDraw } from './show-draw'
import { showRoom } from './show-room'
import { showStories } from './show-stories'
import { showWeek } from './show-week'

/** Every call a person can make, by name. */
export const contracts = {
  enterApp,
  registerGuardian,
  saveChild,
  showWeek,
  quoteCare,
  bookCare,
  cancelBooking,
  bookSeries,
  showSeries,
  cancelSeries,
  showDraw,
  joinDraw,
  leaveDraw,
  listBookings,
  showBooking,
  exportMyData,
  eraseMe,
  showStories,
  listMessages,
  recordConsent,
  showRoom,
  scanTicket,
  confirmPapers,
  inviteStaff,
  acceptInvitation,
  planNotice,
  sendNotice,
}
type Contracts = typeof contracts
export type UseCaseName = keyof Contracts

/** What goes in and comes out of each use case: all that the mini-program knows of the functions. */
export type Api = {
  readonly [Name in UseCaseName]: {
    readonly input: v.InferInput<Contracts[Name]['input']>
    readonly output: v.InferOutput<Contracts[Name]['output']>
  }
}

export type InputOf<Name extends UseCaseName> = v.InferOutput<Contracts[Name]['input']>

/** The answer on the wire, whatever happened. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly requestId: string }
  | {
      readonly ok: false
      readonly code: (Refusal | Fault)['code']
      readonly detail: Refusal | Fault
      readonly requestId: string
    }
