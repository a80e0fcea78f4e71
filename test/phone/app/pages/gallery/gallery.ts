import Message from 'tdesign-miniprogram/message/index'
import Toast, { hideToast } from 'tdesign-miniprogram/toast/index'

type Change<T> = WechatMiniprogram.CustomEvent<{ value: T }>

Page({
  data: {
    asking: false,
    answer: '',
    popup: false,
    calendar: false,
    picking: false,
    timing: false,
    pulling: false,
    on: true,
    checked: false,
    word: '',
    tab: 'today',
    day: '',
    dayValue: new Date(2026, 2, 5).getTime(),
    minDate: new Date(2026, 2, 1).getTime(),
    maxDate: new Date(2026, 3, 30).getTime(),
    city: '',
    cityValue: ['sz'],
    cities: [
      { label: '深圳', value: 'sz' },
      { label: '香港', value: 'hk' },
    ],
    moment: '2026-03-05 09:30',
    name: '',
    note: '',
    count: 2,
    kind: 'a',
    kinds: ['x'],
    options: [
      { label: '绘本', value: 'x' },
      { label: '科学', value: 'y' },
    ],
    panels: [] as string[],
    rows: [{ width: '100%' }, { width: '60%' }],
  },
  onShow() {
    this.getTabBar()?.setData({ selected: 1 })
  },
  ask() {
    this.setData({ asking: true })
  },
  onConfirm() {
    this.setData({ asking: false, answer: 'confirmed' })
  },
  onCancel() {
    this.setData({ asking: false, answer: 'kept' })
  },
  openPopup() {
    this.setData({ popup: true })
  },
  closePopup() {
    this.setData({ popup: false })
  },
  openCalendar() {
    this.setData({ calendar: true })
  },
  closeCalendar() {
    this.setData({ calendar: false })
  },
  onDay(event: Change<number>) {
    this.setData({ calendar: false, day: String(new Date(event.detail.value).getDate()) })
  },
  openPicker() {
    this.setData({ picking: true })
  },
  closePicker() {
    this.setData({ picking: false })
  },
  onCity(event: WechatMiniprogram.CustomEvent<{ label: string[] }>) {
    this.setData({ city: event.detail.label.join('') })
  },
  openTime() {
    this.setData({ timing: true })
  },
  closeTime() {
    this.setData({ timing: false })
  },
  onMoment(event: Change<string>) {
    this.setData({ moment: event.detail.value })
  },
  toast() {
    Toast({ context: this, selector: '#t-toast', message: '好了', theme: 'success', duration: 600 })
  },
  message() {
    Message.success({ context: this, offset: [20, 32], content: '已经预约', duration: 800 })
  },
  onUnload() {
    hideToast({ context: this, selector: '#t-toast' })
  },
  onSearch(event: Change<string>) {
    this.setData({ word: event.detail.value })
  },
  onRefresh() {
    this.setData({ pulling: false })
  },
  onTab(event: Change<string>) {
    this.setData({ tab: event.detail.value })
  },
  onName(event: Change<string>) {
    this.setData({ name: event.detail.value })
  },
  onNote(event: Change<string>) {
    this.setData({ note: event.detail.value })
  },
  onSwitch(event: Change<boolean>) {
    this.setData({ on: event.detail.value })
  },
  onCheck(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.setData({ checked: event.detail.checked })
  },
  onStep(event: Change<number>) {
    this.setData({ count: event.detail.value })
  },
  onKind(event: Change<string>) {
    this.setData({ kind: event.detail.value })
  },
  onKinds(event: Change<string[]>) {
    this.setData({ kinds: event.detail.value })
  },
  onPanels(event: Change<string[]>) {
    this.setData({ panels: event.detail.value })
  },
})
