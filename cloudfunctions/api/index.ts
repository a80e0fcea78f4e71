import { serve } from '../core/kernel/serve'
import { acceptInvitation } from '../core/usecases/accept-invitation'
import { bookCare } from '../core/usecases/book-care'
import { bookSeries } from '../core/usecases/book-series'
import { cancelBooking } from '../core/usecases/cancel-booking'
import { cancelSeries } from '../core/usecases/cancel-series'
import { confirmPapers } from '../core/usecases/confirm-papers'
import { enterApp } from '../core/usecases/enter-app'
import { eraseMe } from '../core/usecases/erase-me'
import { exportMyData } from '../core/usecases/export-my-data'
import { inviteStaff } from '../core/usecases/invite-staff'
import { joinDraw } from '../core/usecases/join-draw'
import { leaveDraw } from '../core/usecases/leave-draw'
import { listBookings } from '../core/usecases/list-bookings'
import { listMessages } from '../core/usecases/list-messages'
import { planNotice } from '../core/usecases/plan-notice'
import { quoteCare } from '../core/usecases/quote-care'
import { recordConsent } from '../core/usecases/record-consent'
import { registerGuardian } from '../core/usecases/register-guardian'
import { saveChild } from '../core/usecases/save-child'
import { scanTicket } from '../core/usecases/scan-ticket'
import { sendNotice } from '../core/usecases/send-notice'
import { showBooking } from '../core/usecases/show-booking'
import { showDraw } from '../core/usecases/show-draw'
import { showRoom } from '../core/usecases/show-room'
import { showSeries } from '../core/usecases/show-series'
import { showStories } from '../core/usecases/show-stories'
import { showWeek } from '../core/usecases/show-week'

/** Everything that people call, from the mini-program: one function, so that one warm instance serves a family. */
export const main = serve([
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
])
