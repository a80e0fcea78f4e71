import { UNDO_REASONS, type UndoReason } from '../domain/attendance'
import { OVERRIDE_REASONS, type OverrideReason } from '../domain/override'

const UNDO_WORDS: Readonly<Record<UndoReason, string>> = {
  wrong_child: '扫错了孩子',
  too_soon: '还没有交接',
  wrong_act: '按错了',
}

/** The reasons as a sheet shows them, and back from the line that was tapped. */
export const UNDO_CHOICES = UNDO_REASONS.map((reason) => ({ reason, label: UNDO_WORDS[reason] }))

const OVERRIDE_WORDS: Readonly<Record<OverrideReason, string>> = {
  phone_dead: '家长手机没电',
  phone_forgotten: '没带手机',
  code_broken: '码打不开',
  family_called: '家长打电话来托人接',
}

export const OVERRIDE_CHOICES = OVERRIDE_REASONS.map((reason) => ({
  reason,
  label: OVERRIDE_WORDS[reason],
}))

export function overrideWord(reason: OverrideReason): string {
  return OVERRIDE_WORDS[reason]
}
