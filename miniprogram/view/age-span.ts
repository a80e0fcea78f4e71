/** A limit of age as parents say it: 18 个月, 3 岁. */
export function ageSpanWords(months: number): string {
  return months % 12 === 0 ? `${months / 12} 岁` : `${months} 个月`
}
