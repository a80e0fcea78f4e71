import type { GeneralComponent } from 'glass-easel'
import { services } from '../runtime/services'
import { builtin, type Self } from './builtin'
import { fieldOf, type Field } from './form-field'

const forms = new WeakMap<Element, { submit: () => void; reset: () => void }>()

/** The form around an element, through the borders of components. */
export const formAround = (element: Element) => {
  const form = element.closest('wx-form')
  return form ? forms.get(form) : undefined
}

/** A component of the app with `wx://form-field` counts as a field too. */
const componentField = (element: Element): Field | undefined => {
  const node = (element as Element & { __wxElement?: GeneralComponent })['__wxElement']
  if (!node || !services.formFields.has(node.is)) return undefined
  const data = node.data as { name?: string; value?: unknown }
  return { name: () => data.name ?? '', value: () => data.value, reset: () => {} }
}

const fieldsIn = (form: Element) =>
  [...form.querySelectorAll('*')].flatMap((element) => {
    const field = fieldOf(element) ?? componentField(element)
    return field && field.name() !== '' ? [field] : []
  })

export const form = builtin({
  tag: 'form',
  properties: { reportSubmit: false, reportSubmitTimeout: 0 },
  setup: ({ host, emit }: Self<Record<string, unknown>>) => {
    forms.set(host, {
      submit: () => {
        const value = Object.fromEntries(fieldsIn(host).map((one) => [one.name(), one.value()]))
        emit('submit', { value, formId: 'the formId is a mock one' })
      },
      reset: () => {
        for (const one of fieldsIn(host)) one.reset()
        emit('reset', {})
      },
    })
  },
})
