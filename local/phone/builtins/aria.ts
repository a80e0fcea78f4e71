const names = [
  'label',
  'role',
  'hidden',
  'checked',
  'disabled',
  'selected',
  'expanded',
  'live',
  'busy',
  'modal',
  'labelledby',
  'describedby',
  'valuenow',
  'valuemin',
  'valuemax',
  'valuetext',
  'haspopup',
  'controls',
  'pressed',
  'current',
  'level',
]

/** `aria-label` arrives as the property `ariaLabel`. */
const attributes = new Map(
  names.map((name) => [
    `aria${name.replace(/^./, (c) => c.toUpperCase())}`,
    name === 'role' ? 'role' : `aria-${name}`,
  ]),
).set('role', 'role')

export const ariaProperties: Record<string, unknown> = Object.fromEntries(
  [...attributes.keys()].map((property) => [property, null]),
)

export const setAria = (host: HTMLElement, property: string, value: unknown) => {
  const attribute = attributes.get(property) ?? property
  if (
    typeof value === 'boolean' ||
    typeof value === 'number' ||
    (typeof value === 'string' && value)
  )
    host.setAttribute(attribute, String(value))
  else host.removeAttribute(attribute)
}
