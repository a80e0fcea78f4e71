/** Somebody whose phone can be held. `role` is a role's code or words of one's own. */
export interface Person {
  openid: string
  name: string
  role: string
  note: string
}

/** A message template as WeChat would list it; `fields` gives the label of each, e.g. thing1 → 孩子. */
export interface Template {
  id: string
  title: string
  fields?: Record<string, string>
}

/** What the start script tells the shell. */
export interface ShellFacts {
  people: readonly Person[]
  /** What others are called, whom the switcher does not offer but a message may reach: by openid. */
  names?: Readonly<Record<string, string>>
  templates?: readonly Template[]
  /** Snapshot of the cloud that 重新开始 restores; without it everything is emptied. */
  snapshot?: string
}
