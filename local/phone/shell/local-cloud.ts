/** The cloud's control surface, as far as the shell needs it. */
export interface ClockState {
  now: number
  running: boolean
}

export interface Message {
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
  sentAt: number
}

export interface RequestCount {
  function: string
  useCase: string
  action: string
  count: number
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const reply = await fetch(`/__local/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  if (!reply.ok) throw new Error(`/__local/${path}: ${reply.status}`)
  return (await reply.json()) as T
}

export const localCloud = {
  clock: () => ask<ClockState>('clock'),
  setClock: (change: Partial<ClockState>) => ask<ClockState>('clock', change),
  messages: async () => (await ask<{ messages: Message[] }>('messages')).messages,
  requests: async () => (await ask<{ requests: RequestCount[] }>('requests')).requests,
  reset: (snapshot: string | undefined) => ask('reset', snapshot ? { snapshot } : {}),
}
