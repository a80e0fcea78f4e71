import { builtin, part } from './builtin'
import { textField, textProperties } from './text-field'

const modes: Record<string, string> = {
  number: 'numeric',
  idcard: 'text',
  digit: 'decimal',
  tel: 'tel',
}

export const input = builtin({
  tag: 'input',
  properties: {
    ...textProperties,
    type: 'text',
    password: false,
    alwaysEmbed: false,
    safePasswordCertPath: '',
    safePasswordLength: 0,
    safePasswordTimeStamp: 0,
    safePasswordNonce: '',
    safePasswordSalt: '',
    safePasswordCustomHash: '',
  },
  setup: (self) => {
    const field = part('input', 'wx-field')
    field.type = 'text'
    field.autocomplete = 'off'
    const { changed, attached } = textField(self, field)
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      self.emit('confirm', { value: field.value })
      if (!self.get('confirmHold')) field.blur()
    })
    return {
      ...(attached ? { attached } : {}),
      changed: {
        ...changed,
        password: (hidden) => {
          field.type = hidden ? 'password' : 'text'
        },
        type: (type) => {
          field.type = type === 'safe-password' || self.get('password') ? 'password' : 'text'
          field.inputMode = modes[type] ?? 'text'
        },
      },
    }
  },
})
