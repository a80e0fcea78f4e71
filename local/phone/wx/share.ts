import type { MountedPage } from '../runtime/types'
import { allAsynchronous } from './asynchronous'
import type { Family } from './family'

/** Pages whose capsule menu was told to offer sharing, or not to. */
const told = new WeakMap<MountedPage, boolean>()

/** As in WeChat: only a page with `onShareAppMessage` can be shared, unless it has hidden that. */
export const mayShare = (page: MountedPage | undefined): page is MountedPage =>
  page !== undefined &&
  typeof page.instance['onShareAppMessage'] === 'function' &&
  told.get(page) !== false

export const share: Family = ({ router }) => {
  const set = (on: boolean) => {
    const page = router.top?.page
    if (page) told.set(page, on)
  }
  return allAsynchronous({
    showShareMenu: () => set(true),
    hideShareMenu: () => set(false),
    updateShareMenu: () => {},
  })
}
