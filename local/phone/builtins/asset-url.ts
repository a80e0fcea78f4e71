import type { GeneralComponent } from 'glass-easel'
import { services } from '../runtime/services'

/** Address of a picture that a template names: absolute in the app or relative to the template. */
export const assetUrl = (node: GeneralComponent, src: string) => {
  if (src.startsWith('wxfile:')) return services.userFile(src)
  if (/^(?:[a-z]+:|\/\/)/i.test(src)) return src
  if (src.startsWith('/')) return `/phone/app${src}`
  const owner = node.ownerShadowRoot?.getHostNode().is ?? ''
  return new URL(src, `${location.origin}/phone/app/${owner}`).pathname
}
