import { builtins } from '../builtins/builtins'
import { unbuiltTags } from '../builtins/tags'

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unbuilt: ReadonlySet<string> = new Set(unbuiltTags)
/** Elements with the names of their attributes, as templates write them. */
const elements = new Map(
  builtins
    .filter(({ tag }) => !unbuilt.has(tag))
    .map(({ tag, properties }) => [tag, new Set(Object.keys(properties ?? {}).map(dashed))]),
)
const ways = new Set(['object', 'success', 'return', 'callback', 'fail', 'complete'])

/**
 * `wx.canIUse`: `scanCode`, `scanCode.object.scanType`, `cloud.callFunction`, `button.open-type`. Of an API's own fields, and of
 * an attribute's values, only the API or the attribute is looked at.
 */
export function canIUse(built: object, schema: string): boolean {
  const [name = '', second] = schema.split('.')
  const attributes = elements.get(name)
  if (attributes) return second === undefined || attributes.has(dashed(second))
  if (!(name in built)) return false
  if (second === undefined || ways.has(second)) return true
  const within: unknown = Reflect.get(built, name)
  return typeof within === 'object' && within !== null ? second in within : true
}
