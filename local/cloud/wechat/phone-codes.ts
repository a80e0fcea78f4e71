import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { APP_ID } from '../functions/host'
import type { WeChatReply } from './send-message'

/** Milliseconds that a code of the phone-number button is good for. */
const LIFE = 5 * 60_000

/** Codes that the phone-number button gives a page, and that a function exchanges for the number, once. */
export class PhoneCodes {
  private readonly codes = new Map<string, { phone: string; until: number }>()
  private readonly clock: Clock

  constructor(clock: Clock) {
    this.clock = clock
  }

  issue(phone: string): string {
    const code = randomBytes(32).toString('hex')
    this.codes.set(code, { phone, until: this.clock.now() + LIFE })
    return code
  }

  /** `phonenumber.getPhoneNumber`. */
  exchange(code: unknown): WeChatReply {
    const entry = this.codes.get(String(code))
    this.codes.delete(String(code))
    if (!entry || entry.until <= this.clock.now())
      return { errCode: 40029, errMsg: 'code is invalid' }
    return {
      errCode: 0,
      errMsg: 'ok',
      phoneInfo: {
        phoneNumber: entry.phone,
        purePhoneNumber: entry.phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(this.clock.now() / 1000), appid: APP_ID },
      },
    }
  }
}
