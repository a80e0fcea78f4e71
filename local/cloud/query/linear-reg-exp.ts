import { setFlagsFromString } from 'node:v8'
import { CloudError } from '../cloud-error'
import { anyCase } from './any-case'

// V8's engine without backtracking: a pattern that explodes cannot stall everybody.
setFlagsFromString('--enable-experimental-regexp-engine')

/** What matches in time linear to the text; look-around and back-references, which cannot, are refused. */
export function linearRegExp(pattern: string, options: string): RegExp {
  const unknown = /[^imsu]/.exec(options)
  if (unknown) return refuse('unsupported by the local cloud: the option', unknown[0])
  const flags = `${options.replace(/[^ms]/g, '')}l`
  try {
    // That engine knows no flag i.
    return new RegExp(options.includes('i') ? anyCase(pattern) : pattern, flags)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return error.message.includes('linear time')
      ? refuse(
          'unsupported by the local cloud: look-around, back-references or large counts in',
          pattern,
        )
      : refuse('not a regular expression:', pattern)
  }
}

function refuse(why: string, what: string): never {
  throw new CloudError('INVALID_PARAM', `${why} ${what}`)
}
