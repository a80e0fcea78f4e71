import { addDays, dateOf } from '../../../miniprogram/domain/time'
import type { Job } from '../kernel/serve-timer'

/** As long as the point keeps its video: until then somebody may ask who took a child home. */
const KEPT_DAYS = 90
const JOB = 'forget_door'

/** Passes and overrides leave by themselves, once a day. */
export const forgetDoor: Job = {
  name: 'forgetDoor',
  async run({ store, now }) {
    const today = dateOf(now)
    if ((await store.jobs.doneTo(JOB)) === today) return 0
    const before = addDays(today, -KEPT_DAYS)
    const passes = await store.passes.forgetBefore(before)
    const overrides = await store.overrides.forgetBefore(before)
    await store.jobs.done(JOB, today)
    return passes + overrides
  },
}
