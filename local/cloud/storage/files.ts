import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, rmSync, type ReadStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import type { Engine } from '../engine/engine'

export interface StoredFile {
  path: string
  /** SHA-256 of the content, under which it lies in the data folder: no path of a caller ever becomes a path of this machine. */
  hash: string
  /** Bytes. */
  size: number
  /** Whose phone uploaded it; a function's file is nobody's. */
  owner?: string
}

/** Bytes: what WeChat lets a phone upload at once. */
const MOST = 50 * 1024 * 1024

/** The files of the cloud: contents in the data folder, names in the database. */
export class Files {
  private readonly engine: Engine
  private readonly dir: string

  constructor(engine: Engine, dataDir: string) {
    this.engine = engine
    this.dir = join(dataDir, 'files')
  }

  find(path: string): StoredFile | undefined {
    return this.engine.setting(keyOf(path)) as StoredFile | undefined
  }

  /** Keeps what the stream brings. It is on disk, and its name with it, when this resolves. */
  async put(path: string, content: Readable, owner?: string): Promise<void> {
    mkdirSync(this.dir, { recursive: true })
    const arriving = join(this.dir, `${randomUUID()}.part`)
    const hash = createHash('sha256')
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        hash.update(chunk)
        if (size <= MOST) done(null, chunk)
        // Read to its end but not kept: only then does the sender listen to the answer.
        else if (size <= 2 * MOST) done()
        else done(tooLarge())
      },
    })
    try {
      await pipeline(content, measure, createWriteStream(arriving, { flush: true }))
      if (size > MOST) throw tooLarge()
      const file = { path, hash: hash.digest('hex'), size, ...(owner ? { owner } : {}) }
      await rename(arriving, this.contentOf(file))
      this.drop(path, file.hash)
      this.engine.putSetting(keyOf(path), file)
      await this.engine.durable()
    } catch (error) {
      rmSync(arriving, { force: true })
      throw error
    }
  }

  open(file: StoredFile): ReadStream {
    return createReadStream(this.contentOf(file))
  }

  /** True when there was such a file. Its content goes too, unless another path has the same. */
  remove(path: string): boolean {
    const there = this.drop(path)
    if (there) this.engine.dropSetting(keyOf(path))
    return there
  }

  list(): StoredFile[] {
    return this.engine.settings('file:') as StoredFile[]
  }

  clear(): void {
    rmSync(this.dir, { recursive: true, force: true })
  }

  /** Proves that this cloud handed out the address. `until` is seconds since 1970. */
  sign(method: 'get' | 'put', path: string, until: number): string {
    return createHmac('sha256', this.ownSecret()).update(`${method} ${path} ${until}`).digest('hex')
  }

  signed(method: 'get' | 'put', path: string, until: number, sign: string): boolean {
    const wanted = Buffer.from(this.sign(method, path, until))
    const given = Buffer.from(sign)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }

  private contentOf({ hash }: StoredFile): string {
    return join(this.dir, hash)
  }

  private drop(path: string, replacement = ''): boolean {
    const old = this.find(path)
    if (!old) return false
    const shared = this.list().some((other) => other.path !== path && other.hash === old.hash)
    if (!shared && old.hash !== replacement) rmSync(this.contentOf(old), { force: true })
    return true
  }

  /** Addresses stay good over a restart. */
  private ownSecret(): string {
    const known = this.engine.setting('storageSecret')
    if (typeof known === 'string') return known
    const secret = randomBytes(32).toString('hex')
    this.engine.putSetting('storageSecret', secret)
    return secret
  }
}

const tooLarge = (): CloudError =>
  new CloudError('EntityTooLarge', `a file is at most ${MOST} bytes`)

const keyOf = (path: string): string => `file:${path}`
