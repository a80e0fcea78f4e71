import { Collection, type Database } from './collection'

/** How far a timer's job has come, so that a late or doubled tick repeats nothing. */
interface Progress {
  readonly doneTo: string | number
}

export function openJobs(db: Database) {
  const jobs = new Collection<Progress>(db, 'jobs')

  return {
    doneTo: async (job: string): Promise<string | number | undefined> =>
      (await jobs.get(job))?.doneTo,
    async done(job: string, doneTo: string | number): Promise<void> {
      if ((await jobs.change({ _id: job }, { doneTo })) === 0) await jobs.insert(job, { doneTo })
    },
  }
}
