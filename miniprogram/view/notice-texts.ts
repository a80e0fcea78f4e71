import { NOTICE_NAMES, type NoticeVersions } from '../domain/consent'
import type { NoticeName } from '../domain/household'
import type { NoticesSetting } from '../domain/setting'

export interface NoticeRow {
  readonly name: NoticeName
  readonly title: string
  readonly version: string
  readonly text: string
  /** 12 / 500 */
  readonly count: string
  readonly over: boolean
}

const MOST = 500
export const NOTICE_TITLES: Readonly<Record<NoticeName, string>> = {
  guardian: '家长信息说明',
  children: '儿童个人信息说明',
}

export function noticeRowsOf(texts: NoticesSetting, versions: NoticeVersions): NoticeRow[] {
  return NOTICE_NAMES.map((name) => ({
    name,
    title: NOTICE_TITLES[name],
    version: versions[name],
    text: texts[name],
    count: `${texts[name].length} / ${MOST}`,
    over: texts[name].length > MOST,
  }))
}

export function noticesChanged(before: NoticesSetting, after: NoticesSetting): boolean {
  return NOTICE_NAMES.some((name) => before[name] !== after[name].trim())
}
