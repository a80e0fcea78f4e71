import type { Phone } from './family'

/** What a phone tells the shell around it. */
export type ShellNews =
  | {
      kind: 'call'
      name: string
      useCase?: string
      ms: number
      ok: boolean
      note: string
      /** Requests that this call made to the database; absent when the cloud did not say. */
      requests?: number
    }
  | { kind: 'page'; path: string }
  | { kind: 'consent' }

/** A page as one person sends it to another; `path` with a leading slash and its query. */
export interface ShareCard {
  title: string
  path: string
  /** Address of the picture. */
  image?: string
}

/** What `wx.scanCode` may be told to look for. */
export type ScanKind = 'qrCode' | 'barCode' | 'datamatrix' | 'pdf417'

/** A code's text, and WeChat's name of its kind. */
export interface Scanned {
  text: string
  scanType: string
}

/** What the shell offers to the phones that it holds, as `window.shell` of the parent document. */
export interface ShellApi {
  hear(openid: string, news: ShellNews): void
  /** Opens the scanner over that phone; undefined when the person cancels. */
  scan(openid: string, kinds: readonly ScanKind[]): Promise<Scanned | undefined>
  templateTitle(id: string): string | undefined
  /** To whom that phone can send a page: first the other phones on the table. */
  friends(openid: string): { openid: string; name: string }[]
  send(from: string, to: string, card: ShareCard): void
}

/** The shell, when this phone stands in one; a phone opened alone has none. */
export const shellAround = (): ShellApi | undefined =>
  window.parent === window ? undefined : (window.parent as { shell?: ShellApi }).shell

export const tellShell = (phone: Phone, news: ShellNews): void =>
  shellAround()?.hear(phone.env.openid, news)
