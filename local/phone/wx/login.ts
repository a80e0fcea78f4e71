import { allAsynchronous } from './asynchronous'
import type { Family } from './family'

/** Identity comes from the cloud's context, so the code is only unique, never exchanged. */
export const login: Family = () => ({
  ...allAsynchronous({
    login: () => ({ code: crypto.randomUUID().replaceAll('-', '') }),
    checkSession: () => {},
  }),
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'local', envVersion: 'develop', version: '' },
    plugin: {},
  }),
})
