import type { Builtin } from './builtin'
import { button } from './button'
import { canvas } from './canvas'
import { checkbox, checkboxGroup, radio, radioGroup } from './checkbox'
import { form } from './form'
import { icon } from './icon'
import { coverImage, image } from './image'
import { input } from './input'
import { label } from './label'
import { movableArea, movableView } from './movable'
import { navigator } from './navigator'
import { pageMeta } from './page-meta'
import { picker } from './picker'
import { pickerView, pickerViewColumn } from './picker-view'
import { progress } from './progress'
import { richText } from './rich-text'
import { rootPortal } from './root-portal'
import { scrollView } from './scroll-view'
import { slider } from './slider'
import { swiper, swiperItem } from './swiper'
import { switchElement } from './switch'
import { text } from './text'
import { textarea } from './textarea'
import { unbuilt } from './unbuilt'
import { coverView, span, view } from './view'

/** All that templates may use without asking; `tags.ts` names the same for the server. */
export const builtins: Builtin[] = [
  button,
  canvas,
  checkbox,
  checkboxGroup,
  coverImage,
  coverView,
  form,
  icon,
  image,
  input,
  label,
  movableArea,
  movableView,
  navigator,
  pageMeta,
  picker,
  pickerView,
  pickerViewColumn,
  progress,
  radio,
  radioGroup,
  richText,
  rootPortal,
  scrollView,
  slider,
  span,
  swiper,
  swiperItem,
  switchElement,
  text,
  textarea,
  view,
  ...unbuilt,
]
