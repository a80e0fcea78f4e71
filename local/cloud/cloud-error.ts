/** A refusal in the service's own form: `code` as CloudBase names it, `message` for people. */
export class CloudError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'CloudError'
    this.code = code
  }
}
