import { Collection, type Database } from './collection'

/** How far a timer's job has come, so that a late or doubled tick repeats nothing: a date, an instant or a mark. */
type DoneTo = string | number

interface Progress {
  readonly doneTo: DoneTo
}

export function openJobs(db: Database) {
  const jobs = new Collection<Progress>(db, 'jobs')

  return {
    /** Of every job that has a note, by its name. */
    all: async (): Promise<Map<string, DoneTo>> =>
      new Map((await jobs.findAll({})).map(({ _id, doneTo }) => [_id, doneTo])),
    doneTo: async (job: string): Promise<DoneTo | undefined> => (await jobs.get(job))?.doneTo,
    async done(job: string, doneTo: DoneTo): Promise<void> {
      if ((await jobs.change({ _id: job }, { doneTo })) === 0) await jobs.insert(job, { doneTo })
    },
  }
}
