import type { HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { Roles, StaffRole } from '../../../miniprogram/domain/role'
import type { TemplateName } from '../../../miniprogram/domain/template'
import { Collection, type Database } from './collection'

/** What one WeChat account is here. The document's id is the openid. */
export interface Person {
  readonly name: string
  readonly roles: Roles
  readonly householdId?: HouseholdId
  /** Messages that the person still allows, by template: an estimate that error 43101 corrects. */
  readonly credits: Readonly<Partial<Record<TemplateName, number>>>
}

export function openPeople(db: Database) {
  const people = new Collection<Person>(db, 'people')
  const _ = db.command

  return {
    get: (openid: string): Promise<Person | undefined> => people.get(openid),
    add: (openid: string, person: Person): Promise<boolean> => people.insert(openid, person),

    many: async (openids: readonly string[]): Promise<(Person & { openid: string })[]> => {
      const found = openids.length === 0 ? [] : await people.find({ _id: _.in([...openids]) })
      return found.map((person) => ({ ...person, openid: person._id }))
    },

    /** Once only: a second registration at the same moment finds the field taken. */
    joinHousehold: async (openid: string, householdId: HouseholdId): Promise<boolean> =>
      (await people.change({ _id: openid, householdId: _.exists(false) }, { householdId })) === 1,

    leaveHousehold: (openid: string): Promise<number> =>
      people.change({ _id: openid }, { householdId: _.remove(), credits: _.set({}) }),

    erase: (openid: string): Promise<number> => people.remove({ _id: openid }),

    addRole: (openid: string, siteId: SiteId, role: StaffRole, name: string): Promise<number> =>
      people.change({ _id: openid }, { [`roles.${siteId}`]: _.addToSet(role), name }),

    addCredits: (openid: string, templates: readonly TemplateName[]): Promise<number> =>
      people.change(
        { _id: openid },
        Object.fromEntries(templates.map((name) => [`credits.${name}`, _.inc(1)])),
      ),

    spendCredit: (openid: string, template: TemplateName): Promise<number> =>
      people.change(
        { _id: openid, [`credits.${template}`]: _.gt(0) },
        { [`credits.${template}`]: _.inc(-1) },
      ),

    noCredit: (openid: string, template: TemplateName): Promise<number> =>
      people.change({ _id: openid }, { [`credits.${template}`]: 0 }),
  }
}
