import { builtin, part } from './builtin'
import { registerField } from './form-field'
import {
  dateColumns,
  multiColumns,
  selectorColumns,
  timeColumns,
  type Columns,
} from './picker-columns'
import { openSheet } from './sheet'
import { createWheel, type Wheel } from './wheel'

export const picker = builtin({
  tag: 'picker',
  properties: {
    mode: 'selector',
    headerText: '',
    disabled: false,
    range: null,
    rangeKey: '',
    value: null,
    start: '',
    end: '',
    fields: 'day',
    level: '',
    name: '',
  },
  setup: ({ host, get, set, emit, on }) => {
    const columns = (): Columns => {
      const items = (get('range') ?? []) as unknown[]
      const value = get('value')
      const text = typeof value === 'string' ? value : ''
      switch (get('mode')) {
        case 'multiSelector':
          return multiColumns(items as unknown[][], get('rangeKey'), (value ?? []) as number[])
        case 'time':
          return timeColumns(text, get('start'), get('end'))
        case 'date':
          return dateColumns(text, get('start'), get('end'), get('fields'), new Date())
        case 'selector':
          return selectorColumns(items, get('rangeKey'), Number(value ?? 0))
        default:
          throw new Error(`picker mode="${get('mode')}" is not built in the local phone`)
      }
    }
    let refresh: ((fromValue: boolean) => void) | undefined

    const open = () => {
      if (get('disabled')) return
      let kind = columns()
      const places = kind.places()
      const wheels: Wheel[] = []
      const fill = () => {
        for (const [index, labels] of kind.labels(places).entries())
          wheels[index]?.fill(labels, places[index] ?? 0)
      }
      for (const [index] of places.entries())
        wheels.push(
          createWheel(`第 ${index + 1} 列`, (place) => {
            places[index] = place
            if (get('mode') === 'multiSelector') {
              emit('columnchange', { column: index, value: place })
              return
            }
            // A different month has other days: what stands to the right is drawn again.
            for (const [at, labels] of kind.labels(places).entries()) {
              if (at <= index) continue
              places[at] = Math.min(places[at] ?? 0, labels.length - 1)
              wheels[at]?.fill(labels, places[at] ?? 0)
            }
          }),
        )
      fill()
      refresh = (fromValue) => {
        kind = columns()
        // Other items leave the wheels where they stand; only a new value turns them.
        if (fromValue) places.splice(0, places.length, ...kind.places())
        for (const [index, labels] of kind.labels(places).entries())
          places[index] = Math.min(places[index] ?? 0, Math.max(0, labels.length - 1))
        fill()
      }
      openSheet(host, {
        title: get('headerText'),
        body: part('div', 'wx-wheels', ...wheels.map(({ element }) => element)),
        onConfirm: () => {
          refresh = undefined
          const value = kind.value(wheels.map((wheel) => wheel.index()))
          set({ value })
          emit('change', { value })
        },
        onCancel: () => {
          refresh = undefined
          emit('cancel', {})
        },
      })
      fill()
    }

    on('tap', open)
    registerField(host, {
      name: () => get('name'),
      value: () => get('value'),
      reset: () => set({ value: null }),
    })
    return { changed: { range: () => refresh?.(false), value: () => refresh?.(true) } }
  },
})
