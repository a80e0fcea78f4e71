import { openAudits } from './audits'
import { openBills } from './bills'
import { openBookings } from './bookings'
import { openChecks } from './checks'
import type { Database } from './collection'
import { openDays } from './days'
import { openDraws } from './draws'
import { openHouseholds } from './households'
import { openIncidents } from './incidents'
import { openInvitations } from './invitations'
import { openJobs } from './jobs'
import { openMessages } from './messages'
import { openNotes } from './notes'
import { openOverrides } from './overrides'
import { openPasses } from './passes'
import { openPeople } from './people'
import { openSeries } from './series'
import { openSites } from './sites'
import { openStories } from './stories'

export type Store = ReturnType<typeof openStore>

/** Everything that is stored, by noun. */
export function openStore(db: Database) {
  return {
    audits: openAudits(db),
    bills: openBills(db),
    bookings: openBookings(db),
    checks: openChecks(db),
    days: openDays(db),
    draws: openDraws(db),
    households: openHouseholds(db),
    incidents: openIncidents(db),
    invitations: openInvitations(db),
    jobs: openJobs(db),
    messages: openMessages(db),
    notes: openNotes(db),
    overrides: openOverrides(db),
    passes: openPasses(db),
    people: openPeople(db),
    series: openSeries(db),
    sites: openSites(db),
    stories: openStories(db),
  }
}
