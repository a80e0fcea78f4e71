import { reportError } from '../runtime/report-error'
import { builtin, type Builtin } from './builtin'
import { unbuiltTags } from './tags'

/** Elements of WeChat that the phone does not have show their name and are complained of. */
export const unbuilt: Builtin[] = unbuiltTags.map((tag) =>
  builtin({
    tag,
    setup: ({ host }) => {
      host.dataset['unbuilt'] = tag
      reportError(`<${tag}> is not built in the local phone`)
    },
  }),
)
