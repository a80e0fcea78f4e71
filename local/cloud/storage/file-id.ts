import { CloudError } from '../cloud-error'
import { ENV_ID } from '../functions/host'

/** A real bucket's name begins with the first two letters of the environment in hexadecimal and ends with the account's number. */
export const BUCKET = `${Buffer.from(ENV_ID.slice(0, 2)).toString('hex')}-${ENV_ID}-1300000000`
const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`

/** Bytes that the object store allows in a path. */
const LONGEST = 850

export const fileIdOf = (path: string): string => PREFIX + path

/** The path that a file id of this cloud names; undefined for any other. */
export function pathOfId(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX)) return undefined
  const path = fileId.slice(PREFIX.length)
  return isPath(path) ? path : undefined
}

/** A path for upload, as its page describes it: letters, digits, 中文 and `/ ! - _ . * ,` and blanks; no way upwards. */
export function checkedPath(path: unknown): string {
  if (typeof path === 'string' && isPath(path)) return path
  throw new CloudError('INVALID_PARAM', `not a path for a file: ${String(path).slice(0, 100)}`)
}

function isPath(path: string): boolean {
  const steps = path.split('/')
  return (
    Buffer.byteLength(path) <= LONGEST &&
    /^[\w/!\-.*, \p{Script=Han}]+$/u.test(path) &&
    steps.every((step) => step !== '' && step !== '.' && step !== '..')
  )
}
