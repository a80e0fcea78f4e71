import type * as v from 'valibot'
import type { Fault } from '../../../miniprogram/domain/fault'
import type { Refusal } from '../../../miniprogram/domain/refusal'
import { answerAppeal, appealAbsence, listAppeals, showAbsences } from './absences'
import { bookCare } from './book-care'
import { bookSeries } from './book-series'
import { bookSession, quoteSession, showSession, waitForSession } from './book-session'
import { cancelBooking } from './cancel-booking'
import { addClosure, closeNow, planClosure, removeClosure } from './close-time'
import { clockDuty, showSiteCode } from './clock-duty'
import { listNotes, writeNotes } from './day-note'
import { listAudits } from './list-audits'
import { callOffSession, fillWeek, saveSession, showWeekPlan } from './plan-programme'
import { planExposure, sendExposure } from './plan-exposure'
import { recordCheck } from './record-check'
import { recordHealth } from './record-health'
import { keepVideo, listIncidents, recordIncident } from './record-incident'
import { showHealthRules } from './health-rules'
import { confirmPapers } from './confirm-papers'
import { enterApp } from './enter-app'
import { eraseMe } from './erase-me'
import { exportMyData } from './export-my-data'
import { holdCare, releaseHold } from './hold-care'
import { confirmPass, givePass, listPasses, revokePass } from './give-pass'
import { acceptInvitation, inviteStaff } from './invite-staff'
import { listBills } from './list-bills'
import { listBooks, showBook } from './list-books'
import {
  addCopies,
  lendCopy,
  listCopies,
  listLoans,
  renewLoan,
  returnCopy,
  showCopy,
  showLoans,
} from './lend-copy'
import { nameBooks } from './name-books'
import { listBookings } from './list-bookings'
import { cancelByPoint, listExcess } from './list-excess'
import { listExcluded } from './list-excluded'
import { listMessages } from './list-messages'
import { openPass, showPass } from './open-pass'
import { agreeOverride, askOverride } from './override'
import { quoteCare } from './quote-care'
import { chooseLanguage, recordConsent } from './record-consent'
import { keepFile, listDeletions } from './keep-file'
import { renewConsent } from './renew-consent'
import { registerGuardian } from './register-guardian'
import { saveBook } from './save-book'
import { saveRoster } from './save-roster'
import { saveChild } from './save-child'
import { scanTicket } from './scan-ticket'
import {
  dropDraft,
  listNotices,
  markCalled,
  planNotice,
  recallNotice,
  saveDraft,
  sendNotice,
  showNotice,
} from './send-notice'
import { shortenBooking } from './shorten-booking'
import { showBooking } from './show-booking'
import { showPlan } from './show-plan'
import { showProgramme } from './show-programme'
import { cancelSeries, showSeries } from './show-series'
import { joinDraw, leaveDraw, showDraw } from './show-draw'
import {
  listChanges,
  listStaff,
  saveRoles,
  saveSetting,
  showSettings,
  undoChange,
} from './settings'
import { listTariffs, saveTariff } from './save-tariff'
import { correctBill, settleBills } from './settle-bills'
import { showMonth } from './show-month'
import { showReading } from './show-reading'
import { showRoom } from './show-room'
import { showStatement } from './show-statement'
import { showWeek } from './show-week'
import { stopWaiting, waitForPlace } from './wait-for-place'
import { syncDoor } from './sync-door'
import { undoScan } from './undo-scan'
import { changeCrew, confirmHours, listCrews, offerSpot, signUp } from './crews'
import { bookWalkIn, findFamilies, planWalkIn } from './walk-in'
import { makeReport, showFigures } from './figures'
import {
  listVolunteers,
  saveVolunteer,
  showService,
  showVolunteer,
  vetVolunteer,
} from './volunteers'

/** Every call a person can make, by name. */
export const contracts = {
  enterApp,
  registerGuardian,
  renewConsent,
  keepFile,
  listDeletions,
  saveChild,
  showWeek,
  quoteCare,
  holdCare,
  releaseHold,
  bookCare,
  cancelBooking,
  shortenBooking,
  waitForPlace,
  stopWaiting,
  showAbsences,
  appealAbsence,
  listAppeals,
  answerAppeal,
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
  showProgramme,
  showSession,
  quoteSession,
  bookSession,
  waitForSession,
  showWeekPlan,
  saveSession,
  callOffSession,
  fillWeek,
  listMessages,
  recordConsent,
  showRoom,
  scanTicket,
  undoScan,
  syncDoor,
  givePass,
  listPasses,
  confirmPass,
  revokePass,
  openPass,
  showPass,
  askOverride,
  agreeOverride,
  findFamilies,
  planWalkIn,
  bookWalkIn,
  confirmPapers,
  inviteStaff,
  acceptInvitation,
  saveDraft,
  dropDraft,
  listNotices,
  showNotice,
  markCalled,
  recallNotice,
  closeNow,
  chooseLanguage,
  planNotice,
  sendNotice,
  showPlan,
  saveRoster,
  planClosure,
  addClosure,
  removeClosure,
  listExcess,
  cancelByPoint,
  showStatement,
  listBills,
  settleBills,
  correctBill,
  showMonth,
  listTariffs,
  saveTariff,
  clockDuty,
  showSiteCode,
  recordCheck,
  recordHealth,
  planExposure,
  sendExposure,
  writeNotes,
  listNotes,
  recordIncident,
  listIncidents,
  keepVideo,
  showHealthRules,
  showSettings,
  saveSetting,
  listChanges,
  undoChange,
  listStaff,
  saveRoles,
  listAudits,
  listExcluded,
  saveVolunteer,
  showVolunteer,
  showService,
  listVolunteers,
  vetVolunteer,
  signUp,
  offerSpot,
  changeCrew,
  listCrews,
  confirmHours,
  showFigures,
  makeReport,
  listBooks,
  showBook,
  saveBook,
  nameBooks,
  showReading,
  listCopies,
  addCopies,
  showCopy,
  lendCopy,
  returnCopy,
  listLoans,
  showLoans,
  renewLoan,
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
