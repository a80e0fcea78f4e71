import { tariffOn, byDate, type Tariff } from '../domain/tariff'
import { tariffProblems, type TariffProblem, type TariffWhy } from '../domain/tariff-problems'
import { addDays, dateOf, type Instant, type LocalDate } from '../domain/time'
import type { FormErrors } from './form-errors'
import { yuan } from './money'
import {
  TARIFF_FIELDS,
  draftOf,
  typedWrong,
  type FieldKind,
  type TariffField,
  type TariffForm,
} from './tariff-form'
import { monthDay } from './when'

/** All versions of the price list, as `listTariffs` answers. */
export interface TariffList {
  readonly now: Instant
  readonly plannedTo: LocalDate
  readonly tariffs: readonly Tariff[]
}

export interface FieldView {
  readonly key: TariffField
  readonly label: string
  readonly hint: string
  readonly kind: 'text' | 'digit' | 'date' | 'time'
  readonly value: string
  readonly error: string
}

export interface TariffPage {
  readonly versions: readonly {
    readonly version: string
    readonly words: string
    readonly on: boolean
  }[]
  readonly sections: readonly { readonly head: string; readonly fields: readonly FieldView[] }[]
}

type Told = readonly [label: string, hint?: string]

/** Every field in the order of the page: a field without words does not compile. */
const SECTIONS: readonly (readonly [string, Partial<Record<TariffField, Told>>])[] = [
  [
    '新的一版',
    {
      version: ['名称', '印在账单上，字母、数字和横线，如 2027-01。'],
      from: ['从哪天的托管开始', '最早明天。已经约好的按原来的价格，不会变。'],
    },
  ],
  [
    '临时看护',
    {
      hourFen: ['每小时（元）'],
      marketHourFen: ['市场每小时（元）', '只用来比较，让家长知道省了多少。'],
      minimumMinutes: ['最少按（分钟）'],
      stepMinutes: ['不满一段按一段，每段（分钟）'],
      dayCapFen: ['一天封顶（元）', '不封顶就空着。'],
    },
  ],
  [
    '优惠',
    {
      residentPercent: ['本社区居民减（%）'],
      siblingPercent: ['同行的兄弟姐妹减（%）'],
      freeMinutes: ['居民每月免费（分钟）', '一家一个月，没有就写 0。'],
    },
  ],
  [
    '午餐',
    {
      mealFen: ['一份（元）', '不供餐就空着。'],
      mealAt: ['开饭时间', '这个时间在园的孩子都算一份。'],
    },
  ],
  [
    '课程',
    {
      earlyHourFen: ['早期教育每小时（元）'],
      earlyMaterialFen: ['早期教育材料费（元）'],
      togetherHourFen: ['亲子早教课每小时（元）'],
      togetherMaterialFen: ['亲子早教课材料费（元）'],
      readingHourFen: ['绘本阅读每小时（元）'],
      readingMaterialFen: ['绘本阅读材料费（元）'],
    },
  ],
  [
    '晚接',
    {
      graceMinutes: ['晚多久以内不收（分钟）'],
      lateQuarterFen: ['之后每满或不满一刻钟（元）'],
    },
  ],
  [
    '取消',
    {
      freeDays: ['免费取消到托管前几天', '0 是托管当天，1 是前一天。'],
      freeTime: ['当天几点前免费'],
      stepDays: ['中间一档到托管前几天', '没有就空着。'],
      stepTime: ['中间一档到几点'],
      stepFen: ['这一档收（元）'],
      lateCancelFen: ['再晚取消，或没有来，收（元）', '不会超过这次托管本身。'],
    },
  ],
  ['欠费', { unpaidMostFen: ['没付的超过多少就先付清再约（元）'] }],
]

export function tariffPageOf(form: TariffForm, list: TariffList, errors: FormErrors): TariffPage {
  const today = dateOf(list.now)
  const inForce = tariffOn(list.tariffs, today)
  return {
    versions: byDate(list.tariffs).map((tariff) => ({
      version: tariff.version,
      words: `${monthDay(tariff.from)}起 · 每小时 ${yuan(tariff.hourFen)}`,
      on: tariff === inForce,
    })),
    sections: SECTIONS.map(([head, fields]) => ({
      head,
      fields: (Object.entries(fields) as [TariffField, Told][]).map(
        ([key, [label, hint = '']]) => ({
          key,
          label,
          hint,
          kind: inputOf(TARIFF_FIELDS[key]),
          value: form[key],
          error: errors[key] ?? '',
        }),
      ),
    })),
  }
}

/** Tomorrow, and a name that says the month and is free. */
export function nextVersionOf({ now, tariffs }: TariffList): { version: string; from: LocalDate } {
  const from = addDays(dateOf(now), 1)
  const names = new Set(tariffs.map(({ version }) => version))
  const month = from.slice(0, 7)
  const free = ['', 'b', 'c', 'd', 'e', 'f']
    .map((end) => month + end)
    .find((name) => !names.has(name))
  return { version: free ?? '', from }
}

/** What is wrong with a form, in words beside its fields; nothing when it may be saved. */
export function tariffErrorsOf(form: TariffForm, list: TariffList): FormErrors {
  const unreadable = Object.keys(typedWrong(form))
  if (unreadable.length > 0)
    return Object.fromEntries(
      unreadable.map((field) => [field, UNREADABLE[TARIFF_FIELDS[field as TariffField]]]),
    )
  const before = { ...list, today: dateOf(list.now) }
  return problemWordsOf(tariffProblems(draftOf(form), before))
}

/** The domain's word on each field, at the place of the form that it speaks of. */
export function problemWordsOf(problems: readonly TariffProblem[]): FormErrors {
  return Object.fromEntries(problems.map(({ field, why }) => [fieldOf(field), WHY[why]]))
}

const UNREADABLE: Readonly<Record<FieldKind, string>> = {
  name: '请写 1 到 20 个字母、数字或横线。',
  date: '请选日子。',
  time: '请选时间。',
  fen: '请写金额，最多两位小数。',
  'fen?': '请写金额，或者和同一档的天数一起空着。',
  whole: '请写整数。',
  'whole?': '请写整数，或者和同一档的金额一起空着。',
}

const WHY: Readonly<Record<TariffWhy, string>> = {
  negative: '不能小于 0。',
  percent: '要在 0 到 100 之间。',
  step: '每段 15、20、30 或 60 分钟，最少的时间要是它的整数倍。',
  taken: '这个名称用过了，请换一个。',
  too_soon: '今天的价格已经在用了，最早从明天开始。',
  gap: '这之前会有没有价格的时候，请从更早开始，第一档要免费。',
  overlap: '和另一版或另一档的时间重了，请换一个时间。',
  order: '要比上一档晚。',
  falling: '越晚取消不能越便宜。',
}

/** `classes.early.hourFen` is `earlyHourFen` in the form. */
function fieldOf(field: string): string {
  const [head, index, leaf = ''] = field.split('.')
  if (head === 'cancelSteps') return index === '0' ? 'freeDays' : 'stepDays'
  if (head === 'meal') return 'mealFen'
  if (head === 'classes') return `${index}${leaf.slice(0, 1).toUpperCase()}${leaf.slice(1)}`
  return field
}

function inputOf(kind: FieldKind): FieldView['kind'] {
  if (kind === 'date' || kind === 'time') return kind
  return kind === 'name' ? 'text' : 'digit'
}
