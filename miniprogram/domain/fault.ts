/** What goes wrong with a call, whatever the rules say. Only `busy` is worth trying again. */
export type Fault =
  | { readonly code: 'signed_out' }
  | { readonly code: 'forbidden' }
  | { readonly code: 'not_found' }
  | { readonly code: 'invalid_input'; readonly fields: readonly InvalidField[] }
  | { readonly code: 'busy' }
  | { readonly code: 'defect' }

export interface InvalidField {
  /** Where in the input: `child.birthDate`. */
  readonly path: string
  readonly why: 'missing' | 'wrong' | 'too_long'
}

export type FaultCode = Fault['code']

/** Thrown where a call cannot go on; the reply carries its fault and nothing else. */
export class FaultError extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.code)
    this.fault = fault
  }
}
