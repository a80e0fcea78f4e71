import { openAudits } from './audits'
import { openBookings } from './bookings'
import { openChecks } from './checks'
import type { Database } from './collection'
import { openDays } from './days'
import { openHouseholds } from './households'
import { openIncidents } from './incidents'
import { openInvitations } from './invitations'
import { openJobs } from './jobs'
import { openMessages } from './messages'
import { openNotes } from './notes'
import { openPeople } from './people'
import { openSites } from './sites'
import { openStories } from './stories'

export type Store = ReturnType<typeof openStore>

/** Everything that is stored, by noun. */
export function openStore(db: Database) {
  return {
    audits: openAudits(db),
    bookings: openBookings(db),
    checks: openChecks(db),
    days: openDays(db),
    households: openHouseholds(db),
    incidents: openIncidents(db),
    invitations: openInvitations(db),
    jobs: openJobs(db),
    messages: openMessages(db),
    notes: openNotes(db),
    people: openPeople(db),
    sites: openSites(db),
    stories: openStories(db),
  }
}
