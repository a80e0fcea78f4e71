import * as v from 'valibot'
import * as shape from './shapes'
import { storyView } from './story-view'

/** The picture-book week: seven days of sessions from today. */
export const showStories = {
  input: v.strictObject({ siteId: shape.siteId }),
  output: v.object({ now: shape.instant, stories: v.array(storyView) }),
}
