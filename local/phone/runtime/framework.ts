import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  type GeneralBehavior,
  type GeneralComponent,
  type GeneralComponentDefinition,
} from 'glass-easel'
import { MiniProgramEnv, type component } from 'glass-easel-miniprogram-adapter'
import type { ComponentConfig, Parts } from '../build/parts'
import { defineBuiltins } from '../builtins/define-builtins'
import { checkHandlers } from './check-handlers'
import { addComponentMethods } from './component-methods'
import { componentsIn } from './element-tree'
import { createReadyQueue } from './ready-queue'
import { formBehaviors } from './form-behaviors'
import { PhoneContext } from './phone-context'
import { refuseFunctions } from './refuse-functions'
import { reportError } from './report-error'
import { services } from './services'
import { createTemplates } from './templates'

export type Definition = Record<string, unknown> & {
  behaviors?: unknown[]
  options?: Record<string, unknown>
  properties?: Record<string, unknown>
}

export type Caller = component.GeneralComponent

/** What the adapter's types keep to themselves. */
interface Registered {
  _$: GeneralComponentDefinition
}

/** `observer: 'method'` is the old way to name a property's observer. */
const withObservers = (properties: Record<string, unknown> = {}) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { observer } = (property ?? {}) as { observer?: unknown }
      if (typeof observer !== 'string') return [name, property]
      const call = function (
        this: Record<string, (...args: unknown[]) => unknown>,
        ...args: unknown[]
      ) {
        return this[observer]?.(...args)
      }
      return [name, { ...(property as object), observer: call }]
    }),
  )

/** WeChat's component framework in this window: what Page, Component and Behavior register with. */
export const createFramework = () => {
  const context = new PhoneContext()
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(context)
  const space = env.createCodeSpace('', true)
  const ready = createReadyQueue()
  const templates = createTemplates()
  const configs = new Map<string, ComponentConfig>()
  const forms = formBehaviors(space)
  const handlers = checkHandlers()
  const definitions = new Map<string, GeneralComponentDefinition>()
  /** Open pages, and a custom tab bar of each. */
  const roots = new Set<GeneralComponent>()

  addGlobalErrorListener((error, method, where) => {
    reportError(error, `${method ?? ''} ${typeof where === 'string' ? where : (where?.is ?? '')}`)
    return false
  })
  // WeChat passes over attributes that a component does not know.
  addGlobalWarningListener(() => false)

  const components = space.getComponentSpace()
  components.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true })
  defineBuiltins(components)
  const overall = space
    .behavior()
    .definition({
      lifetimes: {
        attached(this: Caller) {
          ready.add(this['_$'] as GeneralComponent)
        },
        ready(this: Caller) {
          handlers.check(this['_$'] as GeneralComponent)
        },
      },
    })
    .register() as unknown as { _$: GeneralBehavior }
  space.setOverallBehavior(overall['_$'])

  refuseFunctions()
  addComponentMethods()

  services.tap = (node) => context.send(node, 'tap', { x: 0, y: 0 })

  const builtInBehavior = (name: string) => {
    const found = forms.get(name)
    if (!found) throw new Error(`behavior "${name}" is not built in the local phone`)
    return found
  }

  const normal = (definition: Definition): Definition => ({
    ...definition,
    ...(definition.properties ? { properties: withObservers(definition.properties) } : {}),
    ...(definition.behaviors
      ? {
          behaviors: definition.behaviors.map((one) =>
            typeof one === 'string' ? builtInBehavior(one) : one,
          ),
        }
      : {}),
  })

  return {
    context,
    backend,
    space,
    ready,
    configs,
    roots,

    /** Makes configs, styles and templates known; scripts come after. */
    add(parts: Parts) {
      templates.add(parts.wxs, parts.templates)
      for (const [path, { css, prefix }] of Object.entries(parts.styles)) {
        backend.registerStyleSheetContent(path, css)
        space.addStyleSheet(path, path, prefix)
      }
      handlers.add(parts.components)
      for (const [path, { config }] of Object.entries(parts.components)) {
        if (configs.has(path)) continue
        configs.set(path, config)
        space.addComponentStaticConfig(path, config as never)
        space.addCompiledTemplate(path, templates.of(path) as never)
      }
    },

    defined: (path: string) => definitions.has(path),

    defineComponent(path: string, definition: Definition) {
      if (definition.behaviors?.some((one) => String(one).startsWith('wx://form-field')))
        services.formFields.add(path)
      const { styleIsolation, addGlobalClass } = (definition.options ?? {}) as ComponentConfig
      const config = configs.get(path)
      // The adapter reads these from the json only.
      if (config && styleIsolation !== undefined && !config.styleIsolation)
        config.styleIsolation = styleIsolation
      if (config && addGlobalClass === true) config['addGlobalClass'] = true
      const made = space
        .component(path)
        .definition(normal(definition) as never)
        .register()
      definitions.set(path, (made as unknown as Registered)['_$'])
    },

    definePage(path: string, definition: Definition) {
      const made = space
        .component(path)
        .pageDefinition(normal(definition) as never)
        .register()
      definitions.set(path, (made as unknown as Registered)['_$'])
    },

    /** Puts other templates and sheets under what is on screen; data and state of components above stay. */
    refresh({
      styles,
      templates: changed,
      components,
    }: Pick<Parts, 'styles' | 'templates' | 'components'>) {
      handlers.add(components)
      for (const [path, { css }] of Object.entries(styles)) context.replaceStyleSheet(path, css)
      for (const [path, code] of Object.entries(changed)) {
        templates.replace(path, code)
        const content = templates.of(path) as never
        space.addCompiledTemplate(path, content)
        definitions.get(path)?.updateTemplate(content)
      }
      for (const root of roots)
        for (const component of componentsIn(root)) {
          if (component.is in changed) component.applyTemplateUpdates()
          handlers.check(component)
        }
    },

    defineBehavior: (definition: Definition) =>
      space
        .behavior()
        .definition(normal(definition) as never)
        .register(),
  }
}

export type Framework = ReturnType<typeof createFramework>
