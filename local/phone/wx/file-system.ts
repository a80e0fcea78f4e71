import { asynchronous, WxFailure, type Options } from './asynchronous'
import type { Family, Phone } from './family'
import { fromBase64, readFile, toBase64, USER_DATA_PATH, userFiles } from './files'

type Bytes = Uint8Array<ArrayBuffer>

const decode = (bytes: Bytes, encoding: unknown): string | ArrayBuffer => {
  if (encoding === undefined || encoding === '') return bytes.slice().buffer
  if (encoding === 'utf8' || encoding === 'utf-8') return new TextDecoder().decode(bytes)
  if (encoding === 'base64') return toBase64(bytes)
  if (encoding === 'hex') return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  if (encoding === 'ascii' || encoding === 'latin1' || encoding === 'binary')
    return String.fromCodePoint(...bytes)
  throw new WxFailure(`invalid encoding "${JSON.stringify(encoding)}"`)
}

const encode = (data: unknown, encoding: unknown): Bytes => {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  const text = String(data)
  if (encoding === 'base64') return fromBase64(text)
  if (encoding === 'hex')
    return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (encoding === 'ascii' || encoding === 'latin1' || encoding === 'binary')
    return Uint8Array.from(text, (letter) => (letter.codePointAt(0) ?? 0) & 0xff)
  return new TextEncoder().encode(text)
}

const joined = (first: Bytes, second: Bytes): Bytes => {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

/** Each operation with the names of its Sync arguments, in WeChat's order. */
const operations = (
  phone: Phone,
): Record<string, [names: string[], run: (o: Options) => unknown]> => {
  const files = userFiles(phone)
  const mustBe = (path: string, kind: 'file' | 'folder') => {
    const found = files.kind(path)
    if (!found) throw new WxFailure(`no such file or directory ${path}`, { errno: 1300002 })
    if (found !== kind) throw new WxFailure(`${path} is not a ${kind}`)
  }
  const stat = (path: string) => {
    const folder = path.startsWith(USER_DATA_PATH) && files.kind(path) === 'folder'
    return {
      size: folder ? 0 : readFile(phone, path).length,
      isFile: () => !folder,
      isDirectory: () => folder,
    }
  }
  const copy = (from: string, to: string) => files.write(to, readFile(phone, from))
  return {
    access: [['path'], ({ path }) => void stat(path)],
    readFile: [
      ['filePath', 'encoding', 'position', 'length'],
      ({ filePath, encoding, position = 0, length }) => {
        const bytes = readFile(phone, filePath)
        const end = length === undefined ? bytes.length : Number(position) + Number(length)
        return { data: decode(bytes.slice(Number(position), end), encoding) }
      },
    ],
    writeFile: [
      ['filePath', 'data', 'encoding'],
      ({ filePath, data, encoding }) => files.write(filePath, encode(data, encoding)),
    ],
    appendFile: [
      ['filePath', 'data', 'encoding'],
      ({ filePath, data, encoding }) =>
        files.write(filePath, joined(readFile(phone, filePath), encode(data, encoding))),
    ],
    unlink: [
      ['filePath'],
      ({ filePath }) => {
        mustBe(filePath, 'file')
        files.remove(filePath)
      },
    ],
    mkdir: [
      ['dirPath', 'recursive'],
      ({ dirPath, recursive }) => {
        if (files.kind(dirPath)) throw new WxFailure(`file already exists ${dirPath}`)
        const parent = String(dirPath).slice(0, String(dirPath).lastIndexOf('/'))
        if (!recursive) mustBe(parent, 'folder')
        for (let at = USER_DATA_PATH.length; at >= 0;) {
          at = String(dirPath).indexOf('/', at + 1)
          files.makeFolder(at < 0 ? dirPath : String(dirPath).slice(0, at))
        }
      },
    ],
    rmdir: [
      ['dirPath', 'recursive'],
      ({ dirPath, recursive }) => {
        mustBe(dirPath, 'folder')
        const inside = files.list(dirPath)
        if (inside.length > 0 && !recursive) throw new WxFailure('directory not empty')
        for (const name of inside) files.remove(`${String(dirPath)}/${name}`)
        files.remove(dirPath)
      },
    ],
    readdir: [
      ['dirPath'],
      ({ dirPath }) => {
        mustBe(dirPath, 'folder')
        return { files: files.list(dirPath).filter((name) => !name.includes('/')) }
      },
    ],
    stat: [['path'], ({ path }) => ({ stats: stat(path) })],
    saveFile: [
      ['tempFilePath', 'filePath'],
      ({ tempFilePath, filePath }) => {
        const name = String(tempFilePath).split('/').at(-1)
        const saved = String(filePath ?? `${USER_DATA_PATH}/store_${name}`)
        copy(tempFilePath, saved)
        return { savedFilePath: saved }
      },
    ],
    copyFile: [['srcPath', 'destPath'], ({ srcPath, destPath }) => copy(srcPath, destPath)],
    rename: [
      ['oldPath', 'newPath'],
      ({ oldPath, newPath }) => {
        copy(oldPath, newPath)
        files.remove(oldPath)
      },
    ],
  }
}

/** What a Sync function gives of its operation's result: the one thing in it. */
const alone = (result: unknown) =>
  result === undefined ? undefined : (Object.values(result as object)[0] as unknown)

const manager = (phone: Phone) => {
  const built: Record<string, unknown> = {}
  for (const [name, [names, run]] of Object.entries(operations(phone))) {
    built[name] = asynchronous(name, run)
    built[`${name}Sync`] = (...args: unknown[]) => {
      try {
        return alone(run(Object.fromEntries(names.map((each, index) => [each, args[index]]))))
      } catch (error) {
        throw new WxFailure(`${name}Sync:fail ${error instanceof Error ? error.message : ''}`)
      }
    }
  }
  built['getFileInfo'] = asynchronous('getFileInfo', ({ filePath }) => ({
    size: readFile(phone, filePath).length,
  }))
  return new Proxy(built, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || name === 'then' || name === 'toJSON')
        return Reflect.get(target, name) as unknown
      throw new Error(`FileSystemManager.${name} is not built in the local phone`)
    },
  })
}

/** The person's files, in the browser's localStorage: a few megabytes, where WeChat gives 200. */
export const fileSystem: Family = (phone) => {
  const made = manager(phone)
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => made,
    arrayBufferToBase64: (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)),
    base64ToArrayBuffer: (text: string) => fromBase64(text).buffer,
  }
}
