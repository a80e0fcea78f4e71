/** What is kept of a person, as the privacy page lists it: each with its purpose there, and its end here. */
export type Item =
  | 'contact'
  | 'account'
  | 'wishes'
  | 'consents'
  | 'papers'
  | 'childName'
  | 'birthDate'
  | 'allergies'
  | 'healthDates'
  | 'dayRecords'
  | 'incidents'
  | 'visits'
  | 'money'
  | 'waiting'
  | 'fetchers'
  | 'books'
  | 'loans'
  | 'messages'
  | 'staff'
  | 'volunteer'
  | 'reads'
  | 'authors'

/**
 * When an item ends. `child`: with the child's record · `family`: with the family's file · `nameless`: what stays after
 * that is under ids that name nobody · `account`: with the work or the account · `returned`: when the book is back · `days`: after so many days at the latest.
 */
export interface Rule {
  readonly ends: 'child' | 'family' | 'nameless' | 'account' | 'returned' | 'days'
  readonly days?: number
}

/** As long as the point keeps its video: until then somebody may ask who took a child home. */
export const DOOR_DAYS = 90
const YEAR = 365

export const RULES: Readonly<Record<Item, Rule>> = {
  contact: { ends: 'family' },
  account: { ends: 'family' },
  wishes: { ends: 'family' },
  consents: { ends: 'family' },
  papers: { ends: 'family' },
  childName: { ends: 'child' },
  birthDate: { ends: 'child' },
  allergies: { ends: 'child' },
  healthDates: { ends: 'child' },
  dayRecords: { ends: 'child', days: YEAR },
  incidents: { ends: 'nameless' },
  visits: { ends: 'nameless' },
  money: { ends: 'nameless' },
  waiting: { ends: 'family' },
  fetchers: { ends: 'family', days: DOOR_DAYS },
  books: { ends: 'child' },
  loans: { ends: 'returned' },
  messages: { ends: 'account', days: YEAR },
  staff: { ends: 'account' },
  volunteer: { ends: 'account' },
  reads: { ends: 'days', days: 3 * YEAR },
  authors: { ends: 'days', days: 3 * YEAR },
}

type Fields = Readonly<Record<string, Item>>
const all = (item: Item, fields: string): Fields =>
  Object.fromEntries(fields.split(' ').map((field) => [field, item]))

/**
 * Every collection, and in it every stored field that is about a person, with the item that it belongs to. What is
 * named in NOBODYS is about nobody; a test reads the stores' types and fails on a field that is in neither.
 */
export const KEEPING: Readonly<Record<string, Fields>> = {
  households: {
    ...all('contact', 'guardians guardians.name guardians.phone'),
    ...all('account', 'guardians.openid'),
    ...all('consents', 'guardians.consents'),
    ...all('childName', 'children children.id children.name childCount'),
    ...all('birthDate', 'children.birthDate'),
    ...all('allergies', 'children.allergies'),
    ...all('papers', 'papers trial'),
    ...all('waiting', 'hold share sharedAt absences'),
    ...all('healthDates', 'health'),
    ...all('money', 'free freeRev freeAt owedFen'),
    ...all('consents', 'reviewOn farewell keptUntil'),
  },
  people: {
    ...all('account', 'name roles worksAt roleChange householdId'),
    ...all('wishes', 'credits language refusals lastAsk'),
  },
  bookings: all(
    'visits',
    'childId householdId date span groupId session state quote startsAt bookedAt inAt outAt cancelledAt cancelledBy cancelWhy cancelFen sentHomeAt',
  ),
  days: all('visits', 'kids reservations holds waits onDuty'),
  bills: all(
    'money',
    'childId householdId date month span outcome inAt outAt minutes marketFen lines payments totalFen paidFen dueFen open',
  ),
  series: all(
    'waiting',
    'householdId childIds weekdays span weeks mode seenTotalFen openid askedAt state days nextAt',
  ),
  draws: all('waiting', 'requests results order'),
  checks: all(
    'dayRecords',
    'childId householdId date tenths skin mood belongings medicine suspicion outcome illness returnOn at by earlier noticedAt',
  ),
  notes: all('dayRecords', 'childId householdId date note at by'),
  incidents: all('incidents', 'childIds date time place what action told by recordedAt videoKept'),
  audits: all('reads', 'date at openid name what childIds'),
  passes: all(
    'fetchers',
    'bookingId childId householdId date name createdAt openedBy openedAt confirmedAt revokedAt told',
  ),
  overrides: all(
    'fetchers',
    'bookingId childId householdId date who reason askedBy askedByName askedAt agreedBy agreedByName agreedAt',
  ),
  messages: all(
    'messages',
    'openid householdId template data page at state read templateId due leftAt tries noticeId expiresAt knownBy',
  ),
  readings: all('books', 'householdId childId heard'),
  copies: all('loans', 'loan'),
  loans: all('loans', 'householdId copyId at'),
  volunteers: all(
    'volunteer',
    'name team skills languages availability vettedOn certificateUntil trainings endedOn openid appliedAt',
  ),
  serviceHours: all('volunteer', 'volunteerId sessionId date title part minutes why by at'),
  programmes: all('volunteer', 'sessions'),
  timetables: all('volunteer', 'lines'),
  invitations: all('staff', 'name role invitedBy usedBy expiresAt'),
  rosters: all('staff', 'weekly changes'),
  changes: all('authors', 'by byName at who whoName before after'),
  notices: all('authors', 'by byName called'),
  tariffs: all('authors', 'by byName'),
  sites: all('authors', 'lastChange'),
}

const plain = (fields: string): readonly string[] => fields.split(' ')

/** Fields about nobody: numbers of a document's version, the site's own facts, what the timers remember. */
export const NOBODYS: Readonly<Record<string, readonly string[]>> = {
  households: plain('id siteId rev'),
  people: [],
  bookings: plain('id siteId rev'),
  days: plain(
    'siteId date release planVersion tariffVersion places groups weekMinutes longestMinutes notices closed hours slots sessions touchedAt',
  ),
  bills: plain('id siteId tariffVersion rev touchedAt'),
  series: plain('id siteId rev'),
  draws: plain('id siteId date tranche from closesAt commitment seed state nextAt rev'),
  checks: plain('siteId attempt rev'),
  notes: plain('siteId rev'),
  incidents: plain('id siteId'),
  audits: plain('siteId'),
  passes: plain('id siteId'),
  overrides: plain('id siteId'),
  messages: [],
  readings: plain('siteId'),
  copies: plain('id siteId bookId code addedAt attempt gone'),
  loans: plain('id attempt'),
  volunteers: plain('id siteId rev'),
  serviceHours: plain('id siteId'),
  programmes: plain('siteId monday rev'),
  timetables: plain('rev'),
  invitations: plain('siteId'),
  rosters: plain('rev closures'),
  changes: plain('id siteId from attempt undoes what edition'),
  notices: plain('id siteId title text audience state at urgent due after families byMessage'),
  tariffs: plain(
    'siteId version from savedAt hourFen marketHourFen minimumMinutes stepMinutes dayCapFen freeMinutes residentPercent siblingPercent meal classes graceMinutes lateQuarterFen cancelSteps lateCancelFen unpaidMostFen attempt',
  ),
  sites: plain(
    'id name address phone operator places hours groups release weekMinutes longestMinutes rooms templates loans health nap quiet notices editions',
  ),
  books: plain(
    'id siteId title author illustrator publisher isbn fromMonths toMonths themes languages cover attempt',
  ),
  deletions: plain('id siteId date why counts done'),
  figures: plain('siteId month madeAt days bills service notices'),
  jobs: plain('doneTo'),
}

/** Documents that leave by their age alone, the oldest first: by which indexed field, and after how many days. */
export const AGING = [
  { collection: 'passes', field: 'date', kind: 'date', days: DOOR_DAYS },
  { collection: 'overrides', field: 'date', kind: 'date', days: DOOR_DAYS },
  { collection: 'checks', field: 'date', kind: 'date', days: YEAR },
  { collection: 'notes', field: 'date', kind: 'date', days: YEAR },
  { collection: 'messages', field: 'at', kind: 'instant', days: YEAR },
  { collection: 'invitations', field: 'expiresAt', kind: 'instant', days: 30 },
  { collection: 'audits', field: 'at', kind: 'instant', days: 3 * YEAR },
  { collection: 'changes', field: 'at', kind: 'instant', days: 3 * YEAR },
] as const
export type AgingCollection = (typeof AGING)[number]['collection']
