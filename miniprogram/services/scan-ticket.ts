import { scanCode } from './scan'

/** What a code of ours is made of; any other one travels as an unreadable one, however long it is. */
const CODE = /^[\w.-]{1,400}$/

/** Opens the camera, then the verdict. From a verdict the next one takes its place. */
export async function scanTicket(from: 'room' | 'verdict' = 'room'): Promise<void> {
  const text = await scanCode()
  if (text === undefined) return
  const ticket = CODE.test(text) ? text : 'unreadable'
  const url = `/packages/staff/ticket-scan/ticket-scan?ticket=${ticket}`
  await (from === 'room' ? wx.navigateTo({ url }) : wx.redirectTo({ url }))
}
