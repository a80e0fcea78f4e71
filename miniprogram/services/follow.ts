import type { Act } from '../view/words'
import { session } from './session'

/** What a page itself does for an act: `retry`, or a choice that it shows. */
export type Acts = Readonly<Partial<Record<Act, () => unknown>>>

const TABS: Readonly<Partial<Record<Act, string>>> = {
  home: '/pages/home/home',
  pick_other_day: '/pages/care-book/care-book',
  pick_other_time: '/pages/care-book/care-book',
  see_price: '/pages/care-book/care-book',
  stories: '/pages/stories-week/stories-week',
}
const PAGES: Readonly<Partial<Record<Act, string>>> = {
  register: '/pages/guardian-register/guardian-register',
  bookings: '/pages/booking-list/booking-list',
  waits: '/pages/wait-list/wait-list',
  absences: '/pages/absence-list/absence-list',
  statement: '/pages/statement-show/statement-show',
  roster: '/packages/desk/roster-edit/roster-edit',
  see_volunteer: '/packages/volunteers/volunteer-edit/volunteer-edit',
  find_child: '/packages/staff/child-find/child-find',
}

/** Takes the next step of a refusal: the page's own way, or else the way there from anywhere. */
export function follow(act: Act, acts: Acts = {}): void {
  const own = acts[act]
  if (own) {
    own()
    return
  }
  const tab = TABS[act]
  const page = PAGES[act]
  if (tab) void wx.switchTab({ url: tab })
  else if (page) void wx.navigateTo({ url: page })
  else if (act === 'back') void wx.navigateBack()
  else if (act === 'call_site') callSite()
}

export function callSite(): void {
  const phoneNumber = session()?.site.phone
  // Closing the dialler is no failure.
  if (phoneNumber) wx.makePhoneCall({ phoneNumber, fail: () => {} })
}
