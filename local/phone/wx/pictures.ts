import { el } from '../router/el'
import { allAsynchronous, WxFailure, type Options } from './asynchronous'
import { chooseFile } from './choose-file'
import type { Family, Phone } from './family'
import { fileUrl, tempFile } from './files'
import { requireScope } from './permissions'
import { requirePrivacy } from './privacy'

const MOST = 9

/** Pictures over the whole screen, one beside the other; a tap closes. */
function preview(phone: Phone, addresses: string[], current: number): void {
  if (addresses.length === 0) throw new WxFailure('parameter error: urls should not be empty')
  const pictures = addresses.map((address) => {
    const image = el('img')
    image.src = fileUrl(phone, address)
    image.alt = ''
    return el('div', 'phone-preview-one', image)
  })
  const count = el('p', 'phone-preview-count', `${current + 1}/${addresses.length}`)
  const row = el('div', 'phone-preview-row', ...pictures)
  const box = el('div', 'phone-preview', row, count)
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', '图片')
  box.tabIndex = 0
  const close = () => box.remove()
  box.addEventListener('click', close)
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    row.scrollBy({ left: step * row.clientWidth })
  })
  row.addEventListener('scroll', () => {
    count.textContent = `${Math.round(row.scrollLeft / row.clientWidth) + 1}/${addresses.length}`
  })
  phone.router.frame.overlay.append(box)
  row.scrollTo({ left: current * row.clientWidth, behavior: 'instant' })
  box.focus()
}

const sizeOf = async (address: string) => {
  const image = new Image()
  image.src = address
  await image.decode().catch(() => {
    throw new WxFailure('image not found')
  })
  return { width: image.naturalWidth, height: image.naturalHeight }
}

/** A smaller JPEG of the picture: of the asked quality and at most the asked width, its shape kept. */
async function compressed(phone: Phone, o: Options): Promise<Blob> {
  const image = new Image()
  image.src = fileUrl(phone, String(o['src']))
  await image.decode().catch(() => {
    throw new WxFailure('decode image error')
  })
  const width = Math.min(Number(o['compressedWidth'] ?? image.naturalWidth), image.naturalWidth)
  const height = Math.round((image.naturalHeight * width) / image.naturalWidth)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: Number(o['quality'] ?? 80) / 100 })
}

async function choose(phone: Phone, name: string, o: Options, accept: string): Promise<File[]> {
  await requirePrivacy(phone, name)
  const most = Math.min(Number(o['count'] ?? MOST), MOST)
  const words = { title: '选择照片或视频', pick: '从相册选择', accept }
  const chosen = await chooseFile(phone, words, most)
  if (!chosen) throw new WxFailure('cancel')
  return chosen
}

export const pictures: Family = (phone) =>
  allAsynchronous({
    previewImage: (o) => {
      const urls = (o['urls'] ?? []) as string[]
      const current = o['current'] as string | number | undefined
      const index = typeof current === 'number' ? current : urls.indexOf(current ?? urls[0] ?? '')
      preview(phone, urls, Math.max(0, index))
    },
    chooseImage: async (o) => {
      const files = await choose(phone, 'chooseImage', o, 'image/*')
      const tempFiles = files.map((file) => ({ path: tempFile(file), size: file.size }))
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
    },
    chooseMedia: async (o) => {
      const kinds = (o['mediaType'] ?? ['image', 'video']) as string[]
      const accept = kinds.includes('mix') ? 'image/*,video/*' : kinds.map((k) => `${k}/*`).join()
      const files = await choose(phone, 'chooseMedia', o, accept)
      const tempFiles = files.map((file) => ({
        tempFilePath: tempFile(file),
        size: file.size,
        fileType: file.type.startsWith('video/') ? 'video' : 'image',
      }))
      const types = new Set(tempFiles.map(({ fileType }) => fileType))
      return { type: types.size > 1 ? 'mix' : [...types][0], tempFiles }
    },
    getImageInfo: async (o) => {
      const path = fileUrl(phone, String(o['src']))
      const blob = await (await fetch(path)).blob()
      const type = blob.type.replace('image/', '').replace('svg+xml', 'svg')
      return { ...(await sizeOf(path)), path, type, orientation: 'up' }
    },
    compressImage: async (o) => ({ tempFilePath: tempFile(await compressed(phone, o)) }),
    saveImageToPhotosAlbum: async (o) => {
      await requirePrivacy(phone, 'saveImageToPhotosAlbum')
      await requireScope(phone, 'scope.writePhotosAlbum')
      // The album of this telephone is the browser's folder of downloads.
      const link = el('a')
      link.href = fileUrl(phone, String(o['filePath']))
      link.download = 'photo.png'
      link.click()
    },
  })
