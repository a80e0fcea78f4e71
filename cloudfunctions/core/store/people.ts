import type { Language } from '../../../miniprogram/domain/audience'
import type { HouseholdId, SiteId } from '../../../miniprogram/domain/ids'
import type { Roles, StaffRole } from '../../../miniprogram/domain/role'
import type { TemplateName } from '../../../miniprogram/domain/template'
import { Collection, MOST, type Database } from './collection'

/** What one WeChat account is here. The document's id is the openid. */
export interface Person {
  readonly name: string
  readonly roles: Roles
  /** The sites at which the person has a role. */
  readonly worksAt?: readonly SiteId[]
  /** The last change of settings that was about these roles. */
  readonly roleChange?: string
  readonly householdId?: HouseholdId
  /** Messages that the person still allows, by template: an estimate that error 43101 corrects. */
  readonly credits: Counts
  /** In which language they want notices; absent until they choose. */
  readonly language?: Language
  /** How often the person said no to each, as the phones report it. */
  readonly refusals?: Counts
  /** The attempt of the last report, which counts once. */
  readonly lastAsk?: string
}

type Counts = Readonly<Partial<Record<TemplateName, number>>>

/** What WeChat's dialog ended with, by template. */
export interface ConsentReport {
  readonly accepted: readonly TemplateName[]
  readonly refused: readonly TemplateName[]
  /** WeChat has taken the template away from the account: nothing of it can be sent. */
  readonly banned: readonly TemplateName[]
}

export function openPeople(db: Database) {
  const people = new Collection<Person>(db, 'people')
  const _ = db.command

  return {
    get: (openid: string): Promise<Person | undefined> => people.get(openid),
    add: (openid: string, person: Person): Promise<boolean> => people.insert(openid, person),

    /** Who works at this site, with their accounts. */
    ofSite: async (siteId: SiteId): Promise<(Person & { openid: string })[]> => {
      const found = await people.findAll({ [`roles.${siteId}`]: _.exists(true) })
      return found.map((person) => ({ ...person, openid: person._id }))
    },

    /** However many: a query answers with a thousand at most. */
    many: async (openids: readonly string[]): Promise<(Person & { openid: string })[]> => {
      const found: (Person & { openid: string })[] = []
      for (let at = 0; at < openids.length; at += MOST) {
        const some = await people.find({ _id: _.in(openids.slice(at, at + MOST)) })
        found.push(...some.map((person) => ({ ...person, openid: person._id })))
      }
      return found
    },

    /** Once only: a second registration at the same moment finds the field taken. */
    joinHousehold: async (openid: string, householdId: HouseholdId): Promise<boolean> =>
      (await people.change({ _id: openid, householdId: _.exists(false) }, { householdId })) === 1,

    leaveHousehold: (openid: string): Promise<number> =>
      people.change(
        { _id: openid },
        {
          householdId: _.remove(),
          credits: _.set({}),
          language: _.remove(),
          refusals: _.remove(),
          lastAsk: _.remove(),
        },
      ),

    erase: (openid: string): Promise<number> => people.remove({ _id: openid }),

    addRole: (openid: string, siteId: SiteId, role: StaffRole, name: string): Promise<number> =>
      people.change(
        { _id: openid },
        { [`roles.${siteId}`]: _.addToSet(role), worksAt: _.addToSet(siteId), name },
      ),

    /** Who works at the site. */
    staffOf: async (siteId: SiteId): Promise<(Person & { openid: string })[]> => {
      const found = await people.find({ worksAt: siteId })
      return found.map((person) => ({ ...person, openid: person._id }))
    },

    /** What a change made of a person's roles; once, so that a repetition takes away no role that was given later. */
    setRoles: (
      openid: string,
      siteId: SiteId,
      { change, roles }: { readonly change: string; readonly roles: readonly StaffRole[] },
    ): Promise<number> =>
      people.change(
        { _id: openid, roleChange: _.neq(change) },
        roles.length > 0
          ? { [`roles.${siteId}`]: _.set([...roles]), roleChange: change }
          : { [`roles.${siteId}`]: _.remove(), worksAt: _.pull(siteId), roleChange: change },
      ),

    /** For somebody who has a name here already. */
    giveRole: (openid: string, siteId: SiteId, role: StaffRole): Promise<number> =>
      people.change({ _id: openid }, { [`roles.${siteId}`]: _.addToSet(role) }),

    removeRole: (openid: string, siteId: SiteId, role: StaffRole): Promise<number> =>
      people.change(
        { _id: openid, [`roles.${siteId}`]: role },
        { [`roles.${siteId}`]: _.pull(role) },
      ),

    addCredits: (openid: string, templates: readonly TemplateName[]): Promise<number> =>
      people.change(
        { _id: openid },
        Object.fromEntries(templates.map((name) => [`credits.${name}`, _.inc(1)])),
      ),

    /** Counts a report once. 0 when it was counted before, or nobody is known under this openid. */
    report: (
      openid: string,
      { accepted, refused, banned }: ConsentReport,
      attempt: string,
    ): Promise<number> =>
      people.change(
        { _id: openid, lastAsk: _.neq(attempt) },
        {
          ...Object.fromEntries(accepted.map((name) => [`credits.${name}`, _.inc(1)])),
          ...Object.fromEntries(refused.map((name) => [`refusals.${name}`, _.inc(1)])),
          ...Object.fromEntries(banned.map((name) => [`credits.${name}`, 0])),
          lastAsk: attempt,
        },
      ),

    setLanguage: (openid: string, language: Language): Promise<number> =>
      people.change({ _id: openid }, { language }),

    spendCredit: (openid: string, template: TemplateName): Promise<number> =>
      people.change(
        { _id: openid, [`credits.${template}`]: _.gt(0) },
        { [`credits.${template}`]: _.inc(-1) },
      ),

    /** It was spent for a message that clearly did not leave. */
    returnCredit: (openid: string, template: TemplateName): Promise<number> =>
      people.change({ _id: openid }, { [`credits.${template}`]: _.inc(1) }),

    noCredit: (openid: string, template: TemplateName): Promise<number> =>
      people.change({ _id: openid }, { [`credits.${template}`]: 0 }),
  }
}
