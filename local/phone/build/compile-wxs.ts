/** A pattern keeps its backslashes in WXS: `'\d'` means `\d`, not `d`. */
const keepBackslashes = (literal: string) =>
  literal.replace(/\\+/g, (run) => (run.length % 2 === 1 ? `${run}\\` : run))

/**
 * Brings WXS to plain JavaScript where they differ: `x.constructor === 'Array'` compares with a
 * name, and a pattern given to getRegExp is taken as it stands.
 */
export const compileWxs = (source: string) =>
  `${source
    .replace(/\.constructor\b/g, '.constructor.name')
    .replace(
      /(getRegExp\(\s*)('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g,
      (_, call: string, literal: string) => call + keepBackslashes(literal),
    )}\n`
