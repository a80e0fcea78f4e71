import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { CloudError } from './cloud-error'

const INDEX = v.strictObject({
  name: v.string(),
  /** Field paths in order; direction is kept for the deploy and does not matter for equality. */
  keys: v.pipe(
    v.array(v.strictObject({ name: v.string(), direction: v.picklist(['1', '-1']) })),
    v.minLength(1),
  ),
  unique: v.optional(v.boolean(), false),
})
const SCHEMA = v.object({
  collections: v.record(
    v.string(),
    v.strictObject({
      /** For clients, who have no way to the database here: kept for the deploy. */
      permission: v.optional(
        v.picklist(['ADMINONLY', 'PRIVATE', 'READONLY', 'ADMINWRITE', 'CUSTOM']),
        'ADMINONLY',
      ),
      indexes: v.optional(v.array(INDEX), []),
    }),
  ),
})
export type Index = v.InferOutput<typeof INDEX>
export type Schema = v.InferOutput<typeof SCHEMA>

/** Reads the one schema file that the deployment reads too; a mistake in it is named. */
export function readSchema(file: string): Schema {
  const checked = v.safeParse(SCHEMA, readJson(file))
  if (checked.success) return checked.output
  throw new CloudError('INVALID_FILE', `${file} is not a schema: ${v.summarize(checked.issues)}`)
}

/** Parses a settings file, or says which one is wrong. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CloudError('INVALID_FILE', `${file} cannot be read: ${why}`)
  }
}
