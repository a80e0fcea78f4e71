import { openAudits } from './audits'
import { openBills } from './bills'
import { openBooks } from './books'
import { openBookings } from './bookings'
import { openChanges } from './changes'
import { openChecks } from './checks'
import type { Database } from './collection'
import { openCopies, openLoans } from './copies'
import { openDays } from './days'
import { openDeletions } from './deletions'
import { openDraws } from './draws'
import { openFigures } from './figures'
import { openFamilyFiles } from './family-files'
import { openHouseholds } from './households'
import { openIncidents } from './incidents'
import { openInvitations } from './invitations'
import { openJobs } from './jobs'
import { openMessages } from './messages'
import { openNotices } from './notices'
import { openNotes } from './notes'
import { openOld } from './old'
import { openOverrides } from './overrides'
import { openPasses } from './passes'
import { openPeople } from './people'
import { openReadings } from './readings'
import { openProgrammes } from './programmes'
import { openSeries } from './series'
import { openServiceHours } from './service-hours'
import { openSites } from './sites'
import { openVolunteers } from './volunteers'

export type Store = ReturnType<typeof openStore>

/** Everything that is stored, by noun. */
export function openStore(db: Database) {
  return {
    audits: openAudits(db),
    bills: openBills(db),
    books: openBooks(db),
    bookings: openBookings(db),
    checks: openChecks(db),
    copies: openCopies(db),
    days: openDays(db),
    deletions: openDeletions(db),
    draws: openDraws(db),
    changes: openChanges(db),
    figures: openFigures(db),
    familyFiles: openFamilyFiles(db),
    households: openHouseholds(db),
    incidents: openIncidents(db),
    invitations: openInvitations(db),
    jobs: openJobs(db),
    loans: openLoans(db),
    messages: openMessages(db),
    notes: openNotes(db),
    notices: openNotices(db),
    overrides: openOverrides(db),
    passes: openPasses(db),
    old: openOld(db),
    people: openPeople(db),
    readings: openReadings(db),
    programmes: openProgrammes(db),
    series: openSeries(db),
    serviceHours: openServiceHours(db),
    sites: openSites(db),
    volunteers: openVolunteers(db),
  }
}
