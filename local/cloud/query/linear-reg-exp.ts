import { setFlagsFromString } from 'node:v8'
import { CloudError } from '../cloud-error'

// V8's engine without backtracking: a pattern that explodes cannot stall everybody. The second flag catches those that
// are compiled elsewhere, inside an aggregation's expression.
setFlagsFromString('--enable-experimental-regexp-engine')
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

/** What matches in time linear to the text; look-around and back-references, which cannot, are refused. */
export function linearRegExp(pattern: string, options: string): RegExp {
  const flags = `${options.replace(/[^ms]/g, '')}l`
  try {
    return options.includes('i') ? new AnyCase(pattern, flags) : new RegExp(pattern, flags)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const why = error.message.includes('linear time')
      ? 'unsupported by the local cloud: look-around, back-references or large counts in'
      : 'not a regular expression:'
    throw new CloudError('INVALID_PARAM', `${why} ${pattern}`)
  }
}

/** That engine knows no flag i, so both sides become small; escapes such as \\D keep their meaning. */
class AnyCase extends RegExp {
  constructor(pattern: string, flags: string) {
    super(
      pattern.replace(/\\.|[A-Z]/gs, (part) => (part.length > 1 ? part : part.toLowerCase())),
      flags,
    )
  }

  override exec(text: string): RegExpExecArray | null {
    return super.exec(text.toLowerCase())
  }
}
