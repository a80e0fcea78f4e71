import type { Clock } from '../clock'
import { CloudError } from '../cloud-error'
import type { Params, Reply } from '../protocol/action'
import { checkedPath, fileIdOf, pathOfId } from './file-id'
import type { Files } from './files'

export interface Storage {
  files: Files
  clock: Clock
  /** `http://127.0.0.1:PORT` */
  url: () => string
}
type StorageAction = (params: Params, storage: Storage) => Reply

/** Seconds that a temporary address is good for unless asked otherwise, and an address for upload. */
const USUAL_AGE = 7200
const UPLOAD_AGE = 900
/** Files that one request may name. */
const MOST = 50

/** The wire's names of the storage operations. */
export const storageActions = new Map<string, StorageAction>([
  ['storage.getUploadMetadata', uploadMetadata],
  ['storage.batchGetDownloadUrl', downloadUrls],
  ['storage.batchDeleteFile', deleteFiles],
])

/** Where and with which signature the SDK puts the content. */
function uploadMetadata(params: Params, { files, clock, url }: Storage): Reply {
  const path = checkedPath(params['path'])
  const until = secondsOf(clock) + UPLOAD_AGE
  const fileId = fileIdOf(path)
  return {
    data: {
      url: `${url()}/storage/${encodeURI(path)}`,
      authorization: `t=${until}&sign=${files.sign('put', path, until)}`,
      token: 'local',
      fileId,
      cosFileId: Buffer.from(path).toString('base64url'),
    },
  }
}

function downloadUrls(params: Params, { files, clock, url }: Storage): Reply {
  const list = listOf(params['file_list']) as { fileid?: unknown; max_age?: unknown }[]
  const now = secondsOf(clock)
  const answers = list.map(({ fileid, max_age }) => {
    const path = pathOfId(fileid)
    if (path === undefined || !files.find(path))
      return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' }
    const maxAge = typeof max_age === 'number' && max_age > 0 ? max_age : USUAL_AGE
    const until = now + maxAge
    // The path as it is: the SDK encodes the address itself.
    const tempFileURL = `${url()}/storage/${path}?sign=${files.sign('get', path, until)}&t=${until}`
    return { fileID: fileid, tempFileURL, maxAge, code: 'SUCCESS' }
  })
  return { data: { download_list: answers } }
}

function deleteFiles(params: Params, { files }: Storage): Reply {
  const answers = listOf(params['fileid_list']).map((fileID) => {
    const path = pathOfId(fileID)
    const gone = path !== undefined && files.remove(path)
    return { fileID, code: gone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
  })
  return { data: { delete_list: answers } }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value) && value.length > 0 && value.length <= MOST) return value as unknown[]
  throw new CloudError('INVALID_PARAM', `name 1 to ${MOST} files`)
}

export const secondsOf = (clock: Clock): number => Math.floor(clock.now() / 1000)
