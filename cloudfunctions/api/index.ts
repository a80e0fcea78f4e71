import { serve } from '../core/kernel/serve'
import { acceptInvitation } from '../core/usecases/accept-invitation'
import { answerAppeal } from '../core/usecases/answer-appeal'
import { appealAbsence } from '../core/usecases/appeal-absence'
import { addClosure } from '../core/usecases/add-closure'
import { bookCare } from '../core/usecases/book-care'
import { bookSeries } from '../core/usecases/book-series'
import { cancelBooking } from '../core/usecases/cancel-booking'
import { cancelByPoint } from '../core/usecases/cancel-by-point'
import { cancelSeries } from '../core/usecases/cancel-series'
import { confirmPapers } from '../core/usecases/confirm-papers'
import { correctBill } from '../core/usecases/correct-bill'
import { enterApp } from '../core/usecases/enter-app'
import { eraseMe } from '../core/usecases/erase-me'
import { exportMyData } from '../core/usecases/export-my-data'
import { holdCare } from '../core/usecases/hold-care'
import { inviteStaff } from '../core/usecases/invite-staff'
import { listAppeals } from '../core/usecases/list-appeals'
import { joinDraw } from '../core/usecases/join-draw'
import { leaveDraw } from '../core/usecases/leave-draw'
import { listBills } from '../core/usecases/list-bills'
import { listBookings } from '../core/usecases/list-bookings'
import { listExcess } from '../core/usecases/list-excess'
import { listMessages } from '../core/usecases/list-messages'
import { planClosure } from '../core/usecases/plan-closure'
import { listTariffs } from '../core/usecases/list-tariffs'
import { planNotice } from '../core/usecases/plan-notice'
import { quoteCare } from '../core/usecases/quote-care'
import { recordConsent } from '../core/usecases/record-consent'
import { registerGuardian } from '../core/usecases/register-guardian'
import { releaseHold } from '../core/usecases/release-hold'
import { removeClosure } from '../core/usecases/remove-closure'
import { saveChild } from '../core/usecases/save-child'
import { saveHours } from '../core/usecases/save-hours'
import { saveRoster } from '../core/usecases/save-roster'
import { saveTariff } from '../core/usecases/save-tariff'
import { scanTicket } from '../core/usecases/scan-ticket'
import { sendNotice } from '../core/usecases/send-notice'
import { shortenBooking } from '../core/usecases/shorten-booking'
import { showAbsences } from '../core/usecases/show-absences'
import { settleBills } from '../core/usecases/settle-bills'
import { showBooking } from '../core/usecases/show-booking'
import { showPlan } from '../core/usecases/show-plan'
import { showDraw } from '../core/usecases/show-draw'
import { showSeries } from '../core/usecases/show-series'
import { showMonth } from '../core/usecases/show-month'
import { showRoom } from '../core/usecases/show-room'
import { showStatement } from '../core/usecases/show-statement'
import { showStories } from '../core/usecases/show-stories'
import { showWeek } from '../core/usecases/show-week'
import { stopWaiting } from '../core/usecases/stop-waiting'
import { waitForPlace } from '../core/usecases/wait-for-place'

/** Everything that people call, from the mini-program: one function, so that one warm instance serves a family. */
export const main = serve([
  enterApp,
  registerGuardian,
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
  showPlan,
  saveRoster,
  saveHours,
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
])
