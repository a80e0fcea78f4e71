import { builtin } from './builtin'

export const view = builtin({ tag: 'view' })
export const coverView = builtin({ tag: 'cover-view', properties: { scrollTop: 0 } })
/** Only packages use it; WeChat passes it on like a text. */
export const span = builtin({ tag: 'span' })
