import { handOnPlaces } from '../core/jobs/hand-on-places'
import { holdOverstays } from '../core/jobs/hold-overstays'
import { markMissed } from '../core/jobs/mark-missed'
import { planDays } from '../core/jobs/plan-days'
import { recordAttendance } from '../core/jobs/record-attendance'
import { remindEvening } from '../core/jobs/remind-evening'
import { restoreCopies } from '../core/jobs/restore-copies'
import { serveTimer } from '../core/kernel/serve-timer'

/** Everything that time brings about. CloudBase allows one trigger a function: it runs every minute. */
export const main = serveTimer([
  planDays,
  markMissed,
  holdOverstays,
  handOnPlaces,
  restoreCopies,
  recordAttendance,
  remindEvening,
])
