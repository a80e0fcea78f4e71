import { expireOld } from '../core/jobs/expire-old'
import { handOnPlaces } from '../core/jobs/hand-on-places'
import { holdOverstays } from '../core/jobs/hold-overstays'
import { markMissed } from '../core/jobs/mark-missed'
import { decideSeries } from '../core/jobs/decide-series'
import { openDraws } from '../core/jobs/open-draws'
import { makeBills } from '../core/jobs/make-bills'
import { planDays } from '../core/jobs/plan-days'
import { recordAttendance } from '../core/jobs/record-attendance'
import { remindCertificates } from '../core/jobs/remind-certificates'
import { recordReadings } from '../core/jobs/record-readings'
import { remindEvening } from '../core/jobs/remind-evening'
import { remindLoans } from '../core/jobs/remind-loans'
import { rollFigures } from '../core/jobs/roll-figures'
import { runDraws } from '../core/jobs/run-draws'
import { restoreCopies } from '../core/jobs/restore-copies'
import { reviewFiles } from '../core/jobs/review-files'
import { restoreShares } from '../core/jobs/restore-shares'
import { returnFreeHours } from '../core/jobs/return-free-hours'
import { tellDoor } from '../core/jobs/tell-door'
import { tellNotices } from '../core/jobs/tell-notices'
import { sendMessages } from '../core/jobs/send-messages'
import { tellPickUps } from '../core/jobs/tell-pick-ups'
import { serveTimer } from '../core/kernel/serve-timer'

/** Everything that time brings about. CloudBase allows one trigger a function: it runs every minute. */
export const main = serveTimer([
  planDays,
  markMissed,
  holdOverstays,
  handOnPlaces,
  openDraws,
  runDraws,
  decideSeries,
  restoreCopies,
  restoreShares,
  makeBills,
  tellPickUps,
  returnFreeHours,
  recordAttendance,
  recordReadings,
  remindEvening,
  remindLoans,
  remindCertificates,
  tellDoor,
  rollFigures,
  tellNotices,
  sendMessages,
  expireOld,
  reviewFiles,
])
