import type { Browser, Frame } from 'playwright-core'
import { useCamera } from '../../local/phone/automator/screenshot'

const picture = async (frame: Frame) =>
  frame.parentFrame() ? (await frame.frameElement()).screenshot() : frame.page().screenshot()

/** Lets `captureScreenshot` see the phones that this Chromium shows, alone in a tab or in the shell; returns what ends it. */
export const openPhoneCamera = (browser: Browser): (() => void) =>
  useCamera(async (phoneId) => {
    const frames = browser.contexts().flatMap((each) => each.pages().flatMap((tab) => tab.frames()))
    const frame = frames.find((each) => {
      const { pathname, searchParams } = new URL(each.url())
      return pathname === '/phone/' && searchParams.get('openid') === phoneId
    })
    if (!frame) throw new Error(`no phone of ${phoneId} is open in this browser`)
    return (await picture(frame)).toString('base64')
  })
