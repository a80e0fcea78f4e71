import type { UndoReason } from '../domain/attendance'
import { UNDO_CHOICES } from '../view/words-undo'

/** Asks why; undefined when the carer thought better of it. */
export async function askUndoReason(): Promise<UndoReason | undefined> {
  try {
    const { tapIndex } = await wx.showActionSheet({
      itemList: UNDO_CHOICES.map(({ label }) => label),
    })
    return UNDO_CHOICES[tapIndex]?.reason
  } catch {
    return undefined
  }
}
