/** One kind of template field: what its value may be, as WeChat's table of parameter limits says. */
type Test = (value: string) => boolean

const HAN = /\p{Script=Han}/u
const TIME = String.raw`([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?`
const DAY = String.raw`((\d{4}年)?(\d{1,2}月)?\d{1,2}[日号]|\d{4}年\d{1,2}月|(\d{4}[-/.])?\d{1,2}[-/.]\d{1,2})`
const ofMoment = (moment: string): RegExp => new RegExp(`^${moment}(\\s*~\\s*${moment})?$`)
const TIMES = ofMoment(`(${DAY}\\s*)?${TIME}`)
const DATES = ofMoment(`${DAY}(\\s*${TIME})?`)
/** Line ends, other control characters and halves of characters: no JSON of ours should carry them. */
const BROKEN = /[\p{Cc}\p{Cs}]/u
// Characters, not UTF-16 units: an emoji is one.
const lengthOf = (value: string): number => Array.from(value).length

const LIMITS: Record<string, Test> = {
  thing: (v) => lengthOf(v) <= 20,
  number: (v) => /^\d+(\.\d+)?$/.test(v) && v.length <= 32,
  letter: (v) => /^[A-Za-z]{1,32}$/.test(v),
  symbol: (v) => lengthOf(v) <= 5 && !/[\p{L}\p{N}\p{Cc}]/u.test(v),
  character_string: (v) => /^[\x20-\x7e]{1,32}$/.test(v),
  time: (v) => TIMES.test(v),
  date: (v) => DATES.test(v),
  amount: (v) => /^[^\d\s]?\d{1,10}(\.\d+)?元?$/u.test(v),
  phone_number: (v) => /^[\d+\-() ]{1,17}$/.test(v),
  car_number: (v) => /^[\p{Script=Han}A-Z0-9]{1,8}$/iu.test(v),
  name: (v) => lengthOf(v) <= (HAN.test(v) ? 10 : 20) && !/\d/.test(v),
  phrase: (v) => /^\p{Script=Han}{1,5}$/u.test(v),
}

/** The first field that WeChat would refuse, as `thing1.value`, with why; undefined when all are fine. */
export function badField(
  data: Record<string, unknown>,
): { field: string; why: string } | undefined {
  for (const [key, holder] of Object.entries(data)) {
    const field = `data.${key}.value`
    const kind = key.replace(/\d+$/, '')
    const test = LIMITS[kind]
    if (!test || kind === key) return { field: `data.${key}`, why: 'is not a field of a template' }
    const value: unknown = (holder as { value?: unknown } | null)?.value
    if (typeof value !== 'string' && typeof value !== 'number') return { field, why: 'is empty' }
    const text = String(value)
    if (text.trim() === '') return { field, why: 'is empty' }
    if (BROKEN.test(text) || !test(text)) return { field, why: 'invalid' }
  }
  return undefined
}
