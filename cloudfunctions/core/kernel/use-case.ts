import type { Household } from '../../../miniprogram/domain/household'
import type { HouseholdId } from '../../../miniprogram/domain/ids'
import type { Result } from '../../../miniprogram/domain/result'
import type { StaffRole } from '../../../miniprogram/domain/role'
import type { Api, InputOf, UseCaseName } from '../contract/api'
import type { Person } from '../store/people'
import type { Context } from './context'

/** For whom a use case is. What the check finds is handed to the use case. */
export type Access<Input> =
  | { readonly for: 'anyone' }
  | { readonly for: 'family'; readonly of: (input: Input) => HouseholdId }
  | { readonly for: 'staff'; readonly roles: readonly StaffRole[] }

/** The caller as the check knows it. */
export interface Found {
  readonly anyone: { readonly openid: string }
  readonly family: { readonly openid: string; readonly household: Household }
  readonly staff: { readonly openid: string; readonly person: Person }
}

/** One thing that a person can do. Without `access` it does not compile. */
export interface UseCase<Name extends UseCaseName, Audience extends keyof Found> {
  readonly name: Name
  readonly access: Extract<Access<InputOf<Name>>, { for: Audience }>
  readonly run: (
    context: Context,
    input: InputOf<Name>,
    found: Found[Audience],
  ) => Promise<Result<Fixed<Api[Name]['output']>>>
}

/** Domain values are read-only all the way down; an answer may be, too. */
type Fixed<T> = T extends string | number | boolean | undefined
  ? T
  : { readonly [Key in keyof T]: Fixed<T[Key]> }

/** A use case for each contract: one without the other does not compile. */
export type UseCases = {
  readonly [Name in UseCaseName]: {
    readonly [Audience in keyof Found]: UseCase<Name, Audience>
  }[keyof Found]
}

/** A use case among others, its types checked where it is written. */
export type AnyUseCase = UseCases[UseCaseName]
