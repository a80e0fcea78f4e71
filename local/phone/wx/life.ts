import { asynchronous } from './asynchronous'
import { lastEntry, launchEntry, putAway } from './app-life'
import { listenerPair, type Family } from './family'

/** How the app was opened, and what happens to it. */
export const life: Family = (phone) => ({
  getLaunchOptionsSync: () => launchEntry(phone),
  getEnterOptionsSync: () => lastEntry(phone),
  exitMiniProgram: asynchronous('exitMiniProgram', () => putAway(phone)),
  ...listenerPair(phone, 'AppShow'),
  ...listenerPair(phone, 'AppHide'),
  ...listenerPair(phone, 'Error'),
  ...listenerPair(phone, 'UnhandledRejection'),
  ...listenerPair(phone, 'PageNotFound'),
  ...listenerPair(phone, 'LazyLoadError'),
  getUpdateManager: () => ({
    // The newest build is always the one that runs, so only this listener is ever called.
    onCheckForUpdate: (listener: (r: { hasUpdate: boolean }) => void) =>
      void setTimeout(() => listener({ hasUpdate: false })),
    onUpdateReady: () => {},
    onUpdateFailed: () => {},
    applyUpdate: () => location.reload(),
  }),
})
