import { assetUrl } from './asset-url'
import { services } from '../runtime/services'
import { builtin, part } from './builtin'

/** WeChat's image shows a file of the cloud by its id. */
async function showCloudFile(img: HTMLImageElement, fileId: string): Promise<void> {
  const url = await services.cloudFile(fileId)
  // Another picture may have come meanwhile.
  if (img.dataset['src'] === fileId) img.src = url || fileId
}

export const image = builtin({
  tag: 'image',
  properties: {
    src: '',
    mode: 'scaleToFill',
    lazyLoad: false,
    webp: false,
    showMenuByLongpress: false,
    fadeIn: false,
    alt: '',
    draggable: false,
  },
  setup: ({ host, node, emit }) => {
    const img = part('img', 'wx-image-content')
    img.alt = ''
    img.draggable = false
    host.setAttribute('mode', 'scaleToFill')
    host.append(img)
    img.addEventListener('load', () =>
      emit('load', { width: img.naturalWidth, height: img.naturalHeight }),
    )
    img.addEventListener('error', () => {
      // An empty src is no failure in WeChat.
      if (img.getAttribute('src')) emit('error', { errMsg: `GET ${img.src} 404 (Not Found)` })
    })
    return {
      changed: {
        src: (src) => {
          img.dataset['src'] = src
          if (src === '') img.removeAttribute('src')
          else if (src.startsWith('cloud://')) void showCloudFile(img, src)
          else img.src = assetUrl(node, src)
        },
        mode: (mode) => host.setAttribute('mode', mode),
        alt: (alt) => {
          img.alt = alt
        },
      },
    }
  },
})

export const coverImage = builtin({
  tag: 'cover-image',
  properties: { src: '' },
  setup: ({ host, node }) => {
    const img = part('img', 'wx-image-content')
    host.append(img)
    return {
      changed: {
        src: (src) => {
          img.src = assetUrl(node, src)
        },
      },
    }
  },
})
