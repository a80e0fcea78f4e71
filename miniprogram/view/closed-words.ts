/** Why a day or half hour takes no bookings, for a cell of four characters. */
const CLOSED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    weekly: '休息',
    holiday: '放假',
    cleaning: '消毒',
    story: '绘本课',
    class: '上课',
    nap: '午睡',
    training: '培训',
    meeting: '会议',
  }),
)

export function closedShort(why: string): string {
  return CLOSED.get(why) ?? (why.slice(0, 4) || '不开放')
}
