import { now } from './clock'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 20

/** Made when a form opens: the same tap twice, or a retry, stays one attempt. 20 characters; no secret. */
export function newAttempt(): string {
  let id = now().toString(36)
  while (id.length < LENGTH) id += LETTERS[Math.floor(Math.random() * LETTERS.length)] ?? ''
  return id.slice(0, LENGTH)
}
