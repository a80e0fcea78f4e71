import { onEnter } from './session'

/** 我的, where the messages are. */
const TAB = 3
const MOST = 99

/** Keeps the count of unread messages on the tab. Where no tab bar is to be seen WeChat refuses; the next page has one. */
export function showUnread(): void {
  onEnter(({ me: { unread } }) => {
    const done = { index: TAB, fail: () => {} }
    if (unread > 0) wx.setTabBarBadge({ ...done, text: unread > MOST ? `${MOST}+` : `${unread}` })
    else wx.removeTabBarBadge(done)
  })
}
