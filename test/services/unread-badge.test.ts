let badge: string
let unread: number
let enter: () => Promise<unknown>

beforeEach(() => {
  badge = ''
  const callFunction = async () => ({ result: { ok: true, value: { me: { unread } } } })
  const setTabBarBadge = ({ index, text }: any) => (badge = `${index}: ${text}`)
  const removeTabBarBadge = () => (badge = 'none')
  Object.assign(globalThis, { wx: { cloud: { callFunction }, setTabBarBadge, removeTabBarBadge } })
  jest.resetModules()
  ;({ enter } = require('../../miniprogram/services/session'))
  require('../../miniprogram/services/unread-badge').showUnread()
})

test.each([
  [3, '3: 3'],
  [120, '3: 99+'],
  [0, 'none'],
])('%i unread messages: the tab says %s', async (count, said) => {
  unread = count
  await enter()
  expect(badge).toBe(said)
})
