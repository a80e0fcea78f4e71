import type { Context } from './context'

/**
 * The context of one run of the timer: what nearly every job asks is read once. Sites are the same for a whole run, and
 * nobody but the timer writes how far its jobs have come; where two runs meet, a job repeats nothing that counts twice.
 */
export function inOneRun(context: Context): Context {
  const { store } = context
  const all = once(store.sites.all)
  const progress = once(store.jobs.all)
  const jobs: typeof store.jobs = {
    all: progress,
    doneTo: async (job) => (await progress()).get(job),
    async done(job, doneTo) {
      const known = await progress()
      if (known.get(job) === doneTo) return
      await store.jobs.done(job, doneTo)
      known.set(job, doneTo)
    },
  }
  return { ...context, store: { ...store, jobs, sites: { ...store.sites, all } } }
}

/** After a failure the next one to ask reads again. */
function once<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined
  return async () => {
    answer ??= read()
    try {
      return await answer
    } catch (error) {
      answer = undefined
      throw error
    }
  }
}
