// jest's transformer: esbuild strips the types, jest keeps the line numbers.
const { createHash } = require('node:crypto')
const { transformSync, version } = require('esbuild')

module.exports = {
  getCacheKey(source, file, { configString }) {
    return createHash('sha1').update([version, file, source, configString].join('\0')).digest('hex')
  },
  process(source, file) {
    const { code, map } = transformSync(source, {
      loader: file.endsWith('ts') ? 'ts' : 'js',
      format: 'cjs',
      target: 'node20',
      sourcefile: file,
      sourcemap: 'both',
      define: { 'import.meta.url': JSON.stringify(`file://${file}`) },
    })
    return { code, map }
  },
}
