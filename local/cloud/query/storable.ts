import { CloudError } from '../cloud-error'
import { isPlain, type Doc } from '../protocol/ejson'

/** MongoDB stores no field whose name begins with a dollar: it is an operator in the wrong place. */
export function refuseOperators(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseOperators)
  if (!isPlain(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$'))
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `[FailedOperation] The dollar ($) prefixed field '${key}' is not valid for storage.`,
      )
    refuseOperators(inner)
  }
}

/** The id of a new document: by the SDK's page a string or a number. */
export function checkedId({ _id: id }: Doc): string | number {
  if (typeof id === 'string' || Number.isFinite(id)) return id as string | number
  throw new CloudError('INVALID_PARAM', `an _id is a string or a number, not ${JSON.stringify(id)}`)
}
