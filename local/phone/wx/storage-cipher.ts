/** AES-128 as the browser has it, under a key that only this person's phone has; WeChat keeps its own in the app. */
export interface Cipher {
  encrypt(text: string): Promise<string>
  /** Rejects for what this phone did not encrypt. */
  decrypt(sealed: string): Promise<string>
}

const IV_BYTES = 12

export function openCipher(keyName: string): Cipher {
  const key = keyOf(keyName)
  return {
    async encrypt(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      const plain = new TextEncoder().encode(text)
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key, plain)
      return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    async decrypt(sealed) {
      const bytes = fromBase64(sealed)
      const iv = bytes.slice(0, IV_BYTES)
      const algorithm = { name: 'AES-GCM', iv }
      const plain = await crypto.subtle.decrypt(algorithm, await key, bytes.slice(IV_BYTES))
      return new TextDecoder().decode(plain)
    },
  }
}

function keyOf(keyName: string): Promise<CryptoKey> {
  const kept = localStorage.getItem(keyName)
  const raw = kept ? fromBase64(kept) : crypto.getRandomValues(new Uint8Array(16))
  if (!kept) localStorage.setItem(keyName, toBase64(raw))
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
