/** Reasons that the app itself knows; any other was typed at the desk and is said as it is. */
const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    weekly: '这一天不开放',
    holiday: '放假，不开放',
    cleaning: '教室打扫消毒',
    story: '教室里有绘本课',
    class: '教室里有课',
    nap: '孩子们在午睡',
    training: '老师们在培训',
    meeting: '老师们在开会',
  }),
)

/** Why a day or half hour takes no bookings, as a sentence. */
export function closedLong(why: string): string {
  return KNOWN.get(why) ?? (why || '不开放')
}

/** Why a session does not take place. */
export function offWords(why: string): string {
  if (why === 'hours') return '不在开放时间里了'
  return why === '' || why === 'gone' ? '这一场取消了' : closedLong(why)
}
