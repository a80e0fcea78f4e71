import { builtin } from './builtin'

const drawings: Record<string, [name: string, colour: string]> = {
  success: ['check-circle-filled', '#09bb07'],
  success_no_circle: ['check', '#09bb07'],
  info: ['info-circle-filled', '#10aeff'],
  warn: ['error-circle-filled', '#f76260'],
  waiting: ['time-filled', '#10aeff'],
  cancel: ['close-circle', '#f43530'],
  download: ['download', '#09bb07'],
  search: ['search', '#b2b2b2'],
  clear: ['close-circle-filled', '#b2b2b2'],
}

const length = (size: unknown) =>
  /^\d+(\.\d+)?$/.test(String(size)) ? `${String(size)}px` : String(size)

export const icon = builtin({
  tag: 'icon',
  properties: { type: '', size: null, color: '' },
  setup: ({ host, get }) => {
    const draw = () => {
      const [name, colour] = drawings[get('type')] ?? ['', '']
      host.style.setProperty('--icon', name ? `url(/phone/icons/${name}.svg)` : 'none')
      host.style.setProperty('--icon-colour', get('color') || colour)
      host.style.setProperty('--icon-size', length(get('size') ?? 23))
    }
    return { changed: { type: draw, size: draw, color: draw } }
  },
})
