// The limit of the booking race: so many conditional updates at once, through the official SDK and nothing else.
const tcb = require('@cloudbase/node-sdk')

const callers = Number(process.argv[2])
const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
const _ = db.command

async function main() {
  const jobs = db.collection('jobs')
  await jobs.where({ _id: 'race' }).remove()
  await jobs.add({ _id: 'race', taken: 0 })
  const take = () => jobs.where({ _id: 'race', taken: _.lt(19) }).update({ taken: _.inc(1) })
  const started = performance.now()
  const answers = await Promise.all(Array.from({ length: callers }, take))
  const ms = performance.now() - started
  const taken = answers.filter(({ updated }) => updated === 1).length
  if (taken !== 19) throw new Error(`the bare updates took ${taken} places`)
  process.send(ms, () => process.exit(0))
}

void main()
