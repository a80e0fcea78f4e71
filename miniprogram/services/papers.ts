import type { HouseholdId } from '../domain/ids'
import { call } from './call'
import { loadRoom } from './room'
import { entered } from './session'

/**
 * Asks whether the carer really saw the papers, then ticks the family off.
 * @returns whether the tick was made.
 */
export async function tickPapers(householdId: HouseholdId, name: string): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: `看过${name}家的材料了吗？`,
    content: '居住证明、接种和体检记录都看过原件。只记下日期和您的名字，不留材料。',
    confirmText: '都看过了',
    cancelText: '还没有',
    confirmColor: '#0B6E78',
  })
  if (!confirm) return false
  const { site } = await entered()
  await call('confirmPapers', { siteId: site.id, householdId })
  await loadRoom()
  return true
}
