/** The door's verdict for hand and ear: a carer does not have to look twice. */
export type Signal = 'yes' | 'ask' | 'no'

const SOUNDS: Readonly<Record<Signal, string>> = {
  yes: '/packages/staff/sounds/yes.wav',
  ask: '/packages/staff/sounds/ask.wav',
  no: '/packages/staff/sounds/no.wav',
}

export function signal(kind: Signal): void {
  // A phone without a motor, or muted, still shows the verdict.
  if (kind === 'yes') wx.vibrateShort({ type: 'medium', fail: () => {} })
  else wx.vibrateLong({ fail: () => {} })
  const player = wx.createInnerAudioContext()
  player.onEnded(() => player.destroy())
  player.src = SOUNDS[kind]
  player.play()
}
