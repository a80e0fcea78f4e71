import type { Child } from '../../../miniprogram/domain/child'
import { FaultError } from '../../../miniprogram/domain/fault'
import type { Household } from '../../../miniprogram/domain/household'
import type { ChildId, SiteId } from '../../../miniprogram/domain/ids'

interface Named {
  readonly siteId: SiteId
  readonly childIds: readonly ChildId[]
}

/**
 * The named children of this family, each once; anybody else's is not found. A family is known at the site that it
 * registered with: the staff of another neither see its children's file nor saw its papers.
 */
export function ownChildren(household: Household, { siteId, childIds }: Named): Child[] {
  if (household.siteId !== siteId) throw new FaultError({ code: 'not_found' })
  return [...new Set(childIds)].map((childId) => {
    const child = household.children.find(({ id }) => id === childId)
    if (!child) throw new FaultError({ code: 'not_found' })
    return child
  })
}
