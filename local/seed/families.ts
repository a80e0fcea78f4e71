/** A child's age on the day of the seed, in months and days, so that the age limits are always in sight. */
interface SeedChild {
  readonly name: string
  readonly months: number
  readonly days: number
  readonly allergies?: string
}

export interface SeedFamily {
  readonly openid: string
  readonly name: string
  readonly phone: string
  /** Staff have seen the family's papers. */
  readonly papers: boolean
  /** Messages that the guardian allowed in advance. */
  readonly allows: readonly ('booked' | 'reminder' | 'change' | 'notice')[]
  readonly children: readonly SeedChild[]
}

let number = 0
const family = (name: string, ...children: SeedChild[]): SeedFamily => {
  number += 1
  return {
    openid: `o-family-${number}`,
    name,
    phone: `1380000${String(1000 + number)}`,
    papers: number % 8 !== 0,
    allows: number % 4 === 0 ? [] : ['reminder', 'notice'],
    children,
  }
}
const child = (name: string, months: number, days: number, allergies = ''): SeedChild => ({
  name,
  months,
  days,
  allergies,
})

/** 小雨's mother, and 24 children around the limits of 18, 24 and 36 months. */
export const families: readonly SeedFamily[] = [
  { ...family('小雨妈妈', child('小雨', 25, 4)), openid: 'o-xiaoyu' },
  family('安安爸爸', child('安安', 30, 2)),
  family('果果妈妈', child('果果', 28, 11, '鸡蛋')),
  family('乐乐奶奶', child('乐乐', 19, 20)),
  family('糖糖妈妈', child('糖糖', 23, 25)),
  family('豆豆妈妈', child('豆豆', 18, 1), child('点点', 34, 3)),
  family('团团爸爸', child('团团', 35, 24)),
  family('圆圆妈妈', child('圆圆', 17, 27)),
  family('朵朵外婆', child('朵朵', 22, 8, '牛奶')),
  family('阳阳妈妈', child('阳阳', 26, 15)),
  family('米粒妈妈', child('米粒', 20, 3)),
  family('核桃爸爸', child('核桃', 31, 9)),
  family('小满妈妈', child('小满', 24, 0), child('小寒', 18, 12)),
  family('可可妈妈', child('可可', 29, 21, '花生')),
  family('年年奶奶', child('年年', 33, 6)),
  family('星星妈妈', child('星星', 21, 17)),
  family('月月妈妈', child('月月', 27, 2)),
  family('壮壮爸爸', child('壮壮', 32, 19)),
  family('果冻妈妈', child('果冻', 23, 1)),
  family('西西妈妈', child('西西', 36, 2)),
  family('北北妈妈', child('北北', 25, 28)),
  family('童童外公', child('童童', 19, 5)),
]
