/** Why a day or half hour takes no bookings, for a cell of four characters and for a sentence. */
const CLOSED: Readonly<Record<string, { readonly short: string; readonly long: string }>> = {
  weekly: { short: '休息', long: '这一天不开放' },
  holiday: { short: '放假', long: '放假，不开放' },
  cleaning: { short: '消毒', long: '教室打扫消毒' },
  story: { short: '绘本课', long: '教室里有绘本课' },
  class: { short: '上课', long: '教室里有课' },
  nap: { short: '午睡', long: '孩子们在午睡' },
  training: { short: '培训', long: '老师们在培训' },
  meeting: { short: '会议', long: '老师们在开会' },
}

/** A reason that the operator typed is shown as it is. */
export function closedLong(why: string): string {
  return CLOSED[why]?.long ?? (why || '不开放')
}

export function closedShort(why: string): string {
  return CLOSED[why]?.short ?? (why.slice(0, 4) || '不开放')
}
