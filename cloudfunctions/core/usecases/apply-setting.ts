import { tellUnansweredOn } from '../../../miniprogram/domain/farewell'
import { accept, type Result } from '../../../miniprogram/domain/result'
import type { NamedSetting } from '../../../miniprogram/domain/setting'
import { dateOf } from '../../../miniprogram/domain/time'
import type { Context } from '../kernel/context'
import { changeSetting, type Changing } from './change-setting'
import { decideSetting } from './decide-setting'
import { excessCount } from './excess-of-site'
import { planSite } from './plan-site'

/** Changes the setting and plans the days ahead anew at once; what a crash leaves undone the timer does. */
export async function applySetting(
  context: Context,
  setting: NamedSetting,
  changing: Changing,
): Promise<Result<{ readonly edition: number; readonly excess: number }>> {
  const { siteId, undoes } = changing
  const saved = await changeSetting(context, changing, (site) =>
    decideSetting(context, site, setting, undoes !== undefined),
  )
  if (!saved.ok) return saved
  // Who leaves the new notice unanswered is looked at in time.
  if (setting.what === 'notices' && saved.value)
    await context.store.familyFiles.reviewBy(siteId, tellUnansweredOn(dateOf(context.now)))
  await planSite(context, siteId)
  const edition = saved.value ? changing.edition + 1 : changing.edition
  return accept({ edition, excess: await excessCount(context, siteId) })
}
