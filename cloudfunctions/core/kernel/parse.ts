import * as v from 'valibot'
import { FaultError, type InvalidField } from '../../../miniprogram/domain/fault'

/** The input as the contract has it, or a fault that names each wrong field. */
export function parseInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input)
  if (parsed.success) return parsed.output
  const fields = parsed.issues.slice(0, 20).map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    why: whyOf(issue),
  }))
  throw new FaultError({ code: 'invalid_input', fields })
}

function whyOf(issue: v.BaseIssue<unknown>): InvalidField['why'] {
  if (issue.message === 'missing' || issue.message === 'too_long') return issue.message
  return issue.input === undefined ? 'missing' : 'wrong'
}
