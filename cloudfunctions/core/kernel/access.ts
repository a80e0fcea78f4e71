import { FaultError } from '../../../miniprogram/domain/fault'
import { isGuardian } from '../../../miniprogram/domain/household'
import type { SiteId } from '../../../miniprogram/domain/ids'
import { hasRole } from '../../../miniprogram/domain/role'
import type { Context } from './context'
import type { Access, Found } from './use-case'

/**
 * Finds the caller behind the platform's openid and checks that the use case is for them. Another family's
 * id is answered like one that does not exist: nothing is told about the other.
 */
export async function admit<Input>(
  { caller, store }: Context,
  access: Access<Input>,
  input: Input,
): Promise<Found[keyof Found]> {
  if (caller.kind !== 'person') throw new FaultError({ code: 'signed_out' })
  const { openid } = caller
  switch (access.for) {
    case 'anyone':
      return { openid }
    case 'family': {
      const household = await store.households.get(access.of(input))
      if (!household || !isGuardian(household, openid)) throw new FaultError({ code: 'not_found' })
      return { openid, household }
    }
    case 'staff': {
      const person = await store.people.get(openid)
      const { siteId } = input as { siteId: SiteId }
      if (!person || !hasRole(person.roles, siteId, access.roles))
        throw new FaultError({ code: 'forbidden' })
      return { openid, person }
    }
  }
}
