/** The seed's hands: the same doors that a phone and the control panel use. */
export interface Laptop {
  /** A call of the api function as this person; throws when it is not answered with a value. */
  call(openid: string, useCase: string, input: unknown): Promise<any>
  /** The same, and a refusal is an answer. */
  tryCall(openid: string, useCase: string, input: unknown): Promise<Reply>
  control(path: string, body?: unknown): Promise<any>
  post(path: string, openid: string, body: unknown): Promise<any>
}

export interface Reply {
  readonly ok: boolean
  readonly code?: string
  readonly value?: any
  readonly detail?: any
}

export function laptopAt(url: string): Laptop {
  const post = async (path: string, openid: string, body: unknown) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(openid ? { 'x-local-openid': openid } : {}),
      },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  const tryCall = async (openid: string, useCase: string, input: unknown): Promise<Reply> => {
    const answer = await post('/cloud/call', openid, { name: 'api', data: { useCase, input } })
    if (!answer.result) throw new Error(`${useCase}: ${JSON.stringify(answer)}`)
    return answer.result
  }
  return {
    tryCall,
    post,
    async call(openid, useCase, input) {
      const reply = await tryCall(openid, useCase, input)
      if (!reply.ok) throw new Error(`${useCase} as ${openid}: ${JSON.stringify(reply)}`)
      return reply.value
    },
    control: (path, body = {}) => post(`/__local/${path}`, '', body),
  }
}
