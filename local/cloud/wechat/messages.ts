import type { Engine } from '../engine/engine'

/** A service message that WeChat would have shown. `sentAt` is milliseconds on the cloud's clock. */
export interface Message {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
  sentAt: number
}

const PAD = 12

/** Messages sent, and the consents that are left: one tap, one message. Both survive a restart. */
export class Messages {
  private readonly engine: Engine

  constructor(engine: Engine) {
    this.engine = engine
  }

  consent(openid: string, templateIds: string[]): void {
    for (const templateId of templateIds)
      this.engine.putSetting(creditKey(openid, templateId), this.left(openid, templateId) + 1)
  }

  left(openid: string, templateId: string): number {
    return Number(this.engine.setting(creditKey(openid, templateId)) ?? 0)
  }

  spend(openid: string, templateId: string): boolean {
    const left = this.left(openid, templateId)
    if (left > 0) this.engine.putSetting(creditKey(openid, templateId), left - 1)
    return left > 0
  }

  keep(message: Message): void {
    const count = Number(this.engine.setting('messages') ?? 0)
    this.engine.putSetting(`message:${String(count).padStart(PAD, '0')}`, message)
    this.engine.putSetting('messages', count + 1)
  }

  /** Oldest first. */
  all(): Message[] {
    return this.engine.settings('message:') as Message[]
  }
}

const creditKey = (openid: string, templateId: string): string =>
  `credit:${JSON.stringify([openid, templateId])}`
