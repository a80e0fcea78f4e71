import { Readable } from 'node:stream'
import { CloudError } from '../cloud-error'
import { checkedPath, fileIdOf, pathOfId } from './file-id'
import { storageActions, type Storage } from './storage-actions'

type Body = Readonly<Record<string, unknown>>
type Answer = Record<string, unknown>
type PhoneAction = (body: Body, openid: string, storage: Storage) => Answer | Promise<Answer>

/** Bytes: 50 MB of content as base64, and its envelope. */
export const UPLOAD_MOST = 70 * 1024 * 1024

/**
 * The file half of `wx.cloud` for one person, by the rule that a new bucket has: everybody reads, only who made a file
 * writes it or removes it. docs.cloudbase.net/storage/rule
 */
export const phoneFiles = new Map<string, PhoneAction>([
  ['/cloud/upload', upload],
  ['/cloud/file-urls', (body, _openid, storage) => ({ fileList: urls(body, storage) })],
  ['/cloud/delete-files', remove],
])

async function upload(body: Body, openid: string, { files }: Storage): Promise<Answer> {
  const path = checkedPath(body['cloudPath'])
  const { content } = body
  if (typeof content !== 'string') throw new CloudError('INVALID_PARAM', 'content must be base64')
  const there = files.find(path)
  if (there && there.owner !== openid)
    throw new CloudError('STORAGE_EXCEED_AUTHORITY', `somebody else made ${path}`)
  await files.put(path, Readable.from([Buffer.from(content, 'base64')]), openid)
  return { fileID: fileIdOf(path) }
}

function urls(body: Body, storage: Storage): object[] {
  const asked = listOf(body).map(({ fileID, maxAge }) => ({ fileid: fileID, max_age: maxAge }))
  const answer = storageActions.get('storage.batchGetDownloadUrl')!({ file_list: asked }, storage)
  const { download_list } = answer['data'] as { download_list: Record<string, unknown>[] }
  return download_list.map(({ fileID, tempFileURL, code }) => ({
    fileID,
    tempFileURL,
    ...(code === 'SUCCESS' ? { status: 0, errMsg: 'ok' } : { status: 1, errMsg: code }),
  }))
}

function remove(body: Body, openid: string, { files }: Storage): Answer {
  const fileList = listOf(body).map(({ fileID }) => {
    const path = pathOfId(fileID)
    const owned = path !== undefined && files.find(path)?.owner === openid
    const gone = owned && files.remove(path)
    return gone
      ? { fileID, status: 0, errMsg: 'ok' }
      : { fileID, status: 1, errMsg: 'STORAGE_FILE_NONEXIST' }
  })
  return { fileList }
}

function listOf({ fileList }: Body): Record<string, unknown>[] {
  if (Array.isArray(fileList)) return fileList as Record<string, unknown>[]
  throw new CloudError('INVALID_PARAM', 'fileList must be a list')
}
