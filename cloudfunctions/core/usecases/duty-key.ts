import type { Context } from '../kernel/context'

/** A carer on the day's document: always the same, and nobody reads an account out of it. */
export function dutyKeyOf({ hash }: Pick<Context, 'hash'>, openid: string): string {
  return hash(openid, 'duty')
}
