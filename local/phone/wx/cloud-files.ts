import { asynchronous, WxFailure, type Options } from './asynchronous'
import type { Phone } from './family'
import { readFile, tempFile, toBase64 } from './files'
import { requireNetwork } from './network-state'
import { post } from './post'

/** One answer of the cloud's storage: what was asked for, or the service's error. */
type Reply = Record<string, unknown> & { errCode?: number; errMsg?: string }

/** Asks the local cloud's storage; a cloud without one answers with its own words. */
async function ask(phone: Phone, path: string, body: object): Promise<Reply> {
  const reply = await post(phone, `/cloud/${path}`, body)
  const answer = (await reply.json().catch(() => ({}))) as Reply
  if (reply.ok && !answer.errCode) return answer
  const errCode = answer.errCode ?? -1
  throw new WxFailure(answer.errMsg ?? `storage answered ${reply.status}`, { errCode })
}

const idOf = (entry: unknown): unknown => (typeof entry === 'string' ? { fileID: entry } : entry)

const listOf = (o: Options): unknown[] => {
  const list = o['fileList'] as unknown
  if (!Array.isArray(list) || list.length === 0 || list.length > 50)
    throw new WxFailure('fileList must have 1 to 50 items', { errCode: -501007 })
  return list.map(idOf)
}

interface TempUrl {
  fileID: string
  tempFileURL: string
  status: number
  errMsg: string
}

const urls = async (phone: Phone, list: unknown[]): Promise<TempUrl[]> =>
  (await ask(phone, 'file-urls', { fileList: list }))['fileList'] as TempUrl[]

/** Where a picture of the cloud can be fetched; empty where there is none, or no network. */
export const cloudFileUrl = async (phone: Phone, fileID: string): Promise<string> => {
  const [found] = await urls(phone, [{ fileID }]).catch(() => [])
  return found?.tempFileURL ?? ''
}

/** The file half of `wx.cloud`. */
export const cloudFiles = (phone: Phone): Record<string, unknown> => ({
  uploadFile: asynchronous('cloud.uploadFile', async (o) => {
    const bytes = readFile(phone, String(o['filePath']))
    const content = toBase64(bytes)
    const { fileID } = await ask(phone, 'upload', { cloudPath: String(o['cloudPath']), content })
    return { fileID, statusCode: 204 }
  }),
  downloadFile: asynchronous('cloud.downloadFile', async (o) => {
    const [found] = await urls(phone, [idOf(o['fileID'])])
    if (!found?.tempFileURL)
      throw new WxFailure(found?.errMsg ?? 'file not exists', { errCode: -503003 })
    requireNetwork()
    const reply = await fetch(found.tempFileURL)
    if (!reply.ok) throw new WxFailure(`status ${reply.status}`, { errCode: -503003 })
    return { tempFilePath: tempFile(await reply.blob()), statusCode: reply.status }
  }),
  getTempFileURL: asynchronous('cloud.getTempFileURL', async (o) => ({
    fileList: await urls(phone, listOf(o)),
  })),
  deleteFile: asynchronous('cloud.deleteFile', async (o) => ({
    fileList: (await ask(phone, 'delete-files', { fileList: listOf(o) }))['fileList'],
  })),
})
