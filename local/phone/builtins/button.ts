import { callWx, services } from '../runtime/services'
import { askPhoneNumber } from './ask-phone-number'
import { builtin } from './builtin'
import { formAround } from './form'
import { registerTarget } from './label'

export const button = builtin({
  tag: 'button',
  properties: {
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    hoverClass: 'button-hover',
    hoverStartTime: 20,
    hoverStayTime: 70,
    lang: 'en',
    sessionFrom: '',
    sendMessageTitle: '',
    sendMessagePath: '',
    sendMessageImg: '',
    appParameter: '',
    showMessageCard: false,
    phoneNumberNoQuotaToast: true,
    needShowEntrance: true,
    entrancePath: '',
    activityType: null,
  },
  setup: ({ host, node, get, emit, on }) => {
    host.setAttribute('role', 'button')
    host.tabIndex = 0
    const open: Record<string, () => void> = {
      getPhoneNumber: () =>
        callWx('requirePrivacyAuthorize', {
          success: () => void askPhoneNumber(host).then((detail) => emit('getphonenumber', detail)),
          fail: () =>
            emit('getphonenumber', {
              errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
            }),
        }),
      agreePrivacyAuthorization: () => {
        services.agreePrivacy()
        emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
      },
      share: () => services.share({ id: node.id, dataset: node.dataset ?? {} }),
      openSetting: () => callWx('openSetting', {}),
      feedback: () => callWx('showToast', { title: '意见反馈', icon: 'none' }),
      chooseAvatar: () => emit('chooseavatar', { avatarUrl: `/phone/icons/user-circle.svg` }),
      contact: () => callWx('showToast', { title: '客服会话', icon: 'none' }),
    }
    // In the capture phase, so that a disabled button's tap reaches nobody.
    on('tap', () => (get('disabled') ? false : undefined), { capture: true })
    on('tap', () => {
      const form = get('formType') && formAround(host)
      if (form && get('formType') === 'submit') form.submit()
      if (form && get('formType') === 'reset') form.reset()
      const kind = get('openType')
      const run = open[kind]
      if (run) run()
      else if (kind !== '')
        throw new Error(`button open-type="${kind}" is not built in the local phone`)
    })
    host.addEventListener('keydown', (event) => {
      if (event.target !== host || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      services.tap(node)
    })
    registerTarget(host, () => services.tap(node))
    const flag = (name: string) => (value: unknown) => {
      if (value === false || value === '') host.removeAttribute(name)
      else host.setAttribute(name, value === true ? '' : (value as string))
    }
    host.setAttribute('type', 'default')
    return {
      changed: {
        type: flag('type'),
        size: flag('size'),
        plain: flag('plain'),
        loading: flag('loading'),
        disabled: (disabled) => {
          host.toggleAttribute('disabled', disabled)
          host.setAttribute('aria-disabled', String(disabled))
        },
      },
    }
  },
})
