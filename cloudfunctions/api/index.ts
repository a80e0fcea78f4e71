import { saveVolunteer } from '../core/usecases/save-volunteer'
import { showVolunteer } from '../core/usecases/show-volunteer'
import { showService } from '../core/usecases/show-service'
import { listVolunteers } from '../core/usecases/list-volunteers'
import { vetVolunteer } from '../core/usecases/vet-volunteer'
import { signUp } from '../core/usecases/sign-up'
import { offerSpot } from '../core/usecases/offer-spot'
import { changeCrew } from '../core/usecases/change-crew'
import { listCrews } from '../core/usecases/list-crews'
import { confirmHours } from '../core/usecases/confirm-hours'
import { showFigures } from '../core/usecases/show-figures'
import { makeReport } from '../core/usecases/make-report'
import { serve } from '../core/kernel/serve'
import { acceptInvitation } from '../core/usecases/accept-invitation'
import { addClosure } from '../core/usecases/add-closure'
import { agreeOverride } from '../core/usecases/agree-override'
import { answerAppeal } from '../core/usecases/answer-appeal'
import { appealAbsence } from '../core/usecases/appeal-absence'
import { askOverride } from '../core/usecases/ask-override'
import { bookCare } from '../core/usecases/book-care'
import { bookSeries } from '../core/usecases/book-series'
import { bookSession } from '../core/usecases/book-session'
import { callOffSession } from '../core/usecases/call-off-session'
import { fillWeek } from '../core/usecases/fill-week'
import { saveSession } from '../core/usecases/save-session'
import { showWeekPlan } from '../core/usecases/show-week-plan'
import { quoteSession } from '../core/usecases/quote-session'
import { showSession } from '../core/usecases/show-session'
import { waitForSession } from '../core/usecases/wait-for-session'
import { bookWalkIn } from '../core/usecases/book-walk-in'
import { cancelBooking } from '../core/usecases/cancel-booking'
import { cancelByPoint } from '../core/usecases/cancel-by-point'
import { cancelSeries } from '../core/usecases/cancel-series'
import { clockDuty } from '../core/usecases/clock-duty'
import { confirmPapers } from '../core/usecases/confirm-papers'
import { confirmPass } from '../core/usecases/confirm-pass'
import { correctBill } from '../core/usecases/correct-bill'
import { enterApp } from '../core/usecases/enter-app'
import { eraseMe } from '../core/usecases/erase-me'
import { exportMyData } from '../core/usecases/export-my-data'
import { findFamilies } from '../core/usecases/find-families'
import { givePass } from '../core/usecases/give-pass'
import { holdCare } from '../core/usecases/hold-care'
import { inviteStaff } from '../core/usecases/invite-staff'
import { joinDraw } from '../core/usecases/join-draw'
import { keepFile } from '../core/usecases/keep-file'
import { keepVideo } from '../core/usecases/keep-video'
import { leaveDraw } from '../core/usecases/leave-draw'
import { listAppeals } from '../core/usecases/list-appeals'
import { listAudits } from '../core/usecases/list-audits'
import { listBills } from '../core/usecases/list-bills'
import { listBooks } from '../core/usecases/list-books'
import { listBookings } from '../core/usecases/list-bookings'
import { listChanges } from '../core/usecases/list-changes'
import { listDeletions } from '../core/usecases/list-deletions'
import { listExcess } from '../core/usecases/list-excess'
import { listExcluded } from '../core/usecases/list-excluded'
import { listIncidents } from '../core/usecases/list-incidents'
import { listMessages } from '../core/usecases/list-messages'
import { listNotes } from '../core/usecases/list-notes'
import { listPasses } from '../core/usecases/list-passes'
import { listStaff } from '../core/usecases/list-staff'
import { listTariffs } from '../core/usecases/list-tariffs'
import { openPass } from '../core/usecases/open-pass'
import { planClosure } from '../core/usecases/plan-closure'
import { planExposure } from '../core/usecases/plan-exposure'
import { saveDraft } from '../core/usecases/save-draft'
import { dropDraft } from '../core/usecases/drop-draft'
import { listNotices } from '../core/usecases/list-notices'
import { showNotice } from '../core/usecases/show-notice'
import { markCalled } from '../core/usecases/mark-called'
import { recallNotice } from '../core/usecases/recall-notice'
import { closeNow } from '../core/usecases/close-now'
import { chooseLanguage } from '../core/usecases/choose-language'
import { planNotice } from '../core/usecases/plan-notice'
import { planWalkIn } from '../core/usecases/plan-walk-in'
import { quoteCare } from '../core/usecases/quote-care'
import { recordCheck } from '../core/usecases/record-check'
import { recordConsent } from '../core/usecases/record-consent'
import { recordHealth } from '../core/usecases/record-health'
import { recordIncident } from '../core/usecases/record-incident'
import { renewConsent } from '../core/usecases/renew-consent'
import { renewLoan } from '../core/usecases/renew-loan'
import { registerGuardian } from '../core/usecases/register-guardian'
import { releaseHold } from '../core/usecases/release-hold'
import { removeClosure } from '../core/usecases/remove-closure'
import { revokePass } from '../core/usecases/revoke-pass'
import { addCopies } from '../core/usecases/add-copies'
import { lendCopy } from '../core/usecases/lend-copy'
import { listCopies } from '../core/usecases/list-copies'
import { listLoans } from '../core/usecases/list-loans'
import { returnCopy } from '../core/usecases/return-copy'
import { showCopy } from '../core/usecases/show-copy'
import { showLoans } from '../core/usecases/show-loans'
import { showReading } from '../core/usecases/show-reading'
import { nameBooks } from '../core/usecases/name-books'
import { saveBook } from '../core/usecases/save-book'
import { saveChild } from '../core/usecases/save-child'
import { saveRoles } from '../core/usecases/save-roles'
import { saveRoster } from '../core/usecases/save-roster'
import { saveSetting } from '../core/usecases/save-setting'
import { saveTariff } from '../core/usecases/save-tariff'
import { scanTicket } from '../core/usecases/scan-ticket'
import { sendExposure } from '../core/usecases/send-exposure'
import { sendNotice } from '../core/usecases/send-notice'
import { settleBills } from '../core/usecases/settle-bills'
import { shortenBooking } from '../core/usecases/shorten-booking'
import { showAbsences } from '../core/usecases/show-absences'
import { showBook } from '../core/usecases/show-book'
import { showBooking } from '../core/usecases/show-booking'
import { showDraw } from '../core/usecases/show-draw'
import { showHealthRules } from '../core/usecases/show-health-rules'
import { showMonth } from '../core/usecases/show-month'
import { showPass } from '../core/usecases/show-pass'
import { showPlan } from '../core/usecases/show-plan'
import { showProgramme } from '../core/usecases/show-programme'
import { showRoom } from '../core/usecases/show-room'
import { showSeries } from '../core/usecases/show-series'
import { showSettings } from '../core/usecases/show-settings'
import { showSiteCode } from '../core/usecases/show-site-code'
import { showStatement } from '../core/usecases/show-statement'
import { showWeek } from '../core/usecases/show-week'
import { stopWaiting } from '../core/usecases/stop-waiting'
import { syncDoor } from '../core/usecases/sync-door'
import { undoChange } from '../core/usecases/undo-change'
import { undoScan } from '../core/usecases/undo-scan'
import { waitForPlace } from '../core/usecases/wait-for-place'
import { writeNotes } from '../core/usecases/write-notes'

/** Everything that people call, from the mini-program: one function, so that one warm instance serves a family. */
export const main = serve({
  enterApp,
  registerGuardian,
  renewConsent,
  keepFile,
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
  listDeletions,
  listAudits,
  listExcluded,
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
})
