import type { CloudBase } from '@cloudbase/node-sdk'
import { HEAD_BYTES, type FoundFile } from '../../../miniprogram/domain/cover'

export type Files = ReturnType<typeof openFiles>

/** The only user of the cloud's storage. */
export function openFiles(app: CloudBase) {
  return {
    /** Size and first bytes of what somebody uploaded, without fetching the rest; undefined when there is none. */
    async look(fileId: string): Promise<FoundFile | undefined> {
      const { fileList } = await app.getTempFileURL({ fileList: [fileId] })
      const url: string | undefined = fileList[0]?.tempFileURL
      if (!url) return undefined
      const response = await fetch(url)
      const reader = response.body?.getReader()
      if (!response.ok || !reader) return undefined
      const size = Number(response.headers.get('content-length') ?? 0)
      let head = new Uint8Array()
      while (head.length < HEAD_BYTES) {
        const { value, done } = await reader.read()
        if (done) break
        head = Uint8Array.from([...head, ...value.slice(0, HEAD_BYTES)])
      }
      await reader.cancel()
      return { size, head }
    },
    async remove(fileId: string): Promise<void> {
      await app.deleteFile({ fileList: [fileId] })
    },
  }
}
