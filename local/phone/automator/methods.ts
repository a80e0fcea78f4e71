// oxlint-disable-next-line typescript/no-explicit-any -- params come over the wire, per method
export type Params = Record<string, any>

/** Methods of the protocol by name; what one throws becomes the error of the reply. */
export type Methods = Record<string, (params: Params) => unknown>
