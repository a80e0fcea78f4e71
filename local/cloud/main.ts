import { parseArgs } from 'node:util'
import { CloudError } from './cloud-error'
import { serveCloud } from './serve'

const OWN = {
  schema: 'cloudfunctions/schema.json',
  rc: 'cloudbaserc.json',
  rules: 'cloudfunctions/invoke-rules.json',
}

/**
 * `npm run cloud`: only the cloud, for this project or, with a schema file of its own, for any other. Without an rc file
 * it has no functions, without rules every known person may call them. Variables of the functions come from the environment.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8700' },
      data: { type: 'string', default: '.local' },
      schema: { type: 'string' },
      rc: { type: 'string' },
      rules: { type: 'string' },
    },
  })
  const { schema, rc, rules } = values.schema === undefined ? { ...OWN, ...values } : values
  const cloud = await serveCloud({
    port: Number(values.port),
    dataDir: values.data,
    schemaFile: schema!,
    ...(rc !== undefined && { rcFile: rc }),
    ...(rules !== undefined && { invokeRulesFile: rules }),
    variables: process.env as Record<string, string>,
  })
  process.stdout.write(`${cloud.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cloud.close().then(() => process.exit(0)))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof CloudError ? error.message : String(error)}\n`)
  process.exitCode = 1
})
