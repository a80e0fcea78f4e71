import { CloudError } from '../cloud-error'
import { readJson } from '../schema'

type Rule = boolean | string
export type InvokeRules = (name: string, openid: string | undefined) => boolean

const USUAL: Record<string, { invoke: Rule }> = { '*': { invoke: 'auth != null' } }

/** Who may call which function from a client: the same file that the deployment sends to the service. */
export function readInvokeRules(file: string | undefined): InvokeRules {
  const rules = file === undefined ? USUAL : (readJson(file) as Record<string, { invoke: Rule }>)
  for (const { invoke } of Object.values(rules)) allows(invoke, undefined)
  return (name, openid) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : rules['*']
    return rule !== undefined && allows(rule.invoke, openid)
  }
}

function allows(rule: Rule, openid: string | undefined): boolean {
  if (typeof rule === 'boolean') return rule
  const known: Record<string, boolean> = {
    true: true,
    false: false,
    'auth != null': openid !== undefined,
    'auth == null': openid === undefined,
  }
  const answer = known[rule.trim()]
  if (answer === undefined)
    throw new CloudError('INVALID_FILE', `the local cloud does not know the invoke rule "${rule}"`)
  return answer
}
