import { accept } from '../../../miniprogram/domain/result'
import type { UseCase } from '../kernel/use-case'
import { siteCodesOf } from './site-code'

/** For the lead and the operator, who hang it on the wall. */
export const showSiteCode: UseCase<'showSiteCode', 'staff'> = {
  name: 'showSiteCode',
  access: { for: 'staff', roles: ['lead', 'operator'] },
  async run(context, { siteId }) {
    return accept({ text: siteCodesOf(context, siteId)[0] })
  },
}
