import { matchNumberOf, passStateOf, type Pass } from '../../../miniprogram/domain/pass'
import type { PassView } from '../contract/pass-view'
import type { Context } from '../kernel/context'

/** For the family that gave it: its state and the opener's number, not who that is. */
export function passViewOf({ hash }: Context, pass: Pass): PassView {
  const { id, name, createdAt, openedAt, openedBy } = pass
  return {
    id,
    name,
    state: passStateOf(pass),
    createdAt,
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(openedBy === undefined ? {} : { number: matchNumberOf(hash(id, openedBy)) }),
  }
}
