/** The message templates of the point's account, as WeChat's console lists them; ids as in the site. */
export const templates = [
  {
    id: 'tmpl-booked-0001',
    title: '预约成功通知',
    fields: { thing1: '孩子', thing2: '服务', time3: '时间', amount4: '费用', thing5: '提示' },
  },
  {
    id: 'tmpl-reminder-0002',
    title: '预约到店提醒',
    fields: { thing1: '孩子', time2: '时间', thing3: '地点', thing4: '提示' },
  },
  {
    id: 'tmpl-offer-0004',
    title: '候补有位提醒',
    fields: { thing1: '孩子', time2: '时间', time3: '请在此前确认', thing4: '提示' },
  },
  {
    id: 'tmpl-change-0005',
    title: '预约变更提醒',
    fields: { thing1: '孩子', time2: '原定时间', thing3: '变更', thing4: '说明' },
  },
  {
    id: 'tmpl-inside-0006',
    title: '入园通知',
    fields: { thing1: '孩子', time2: '入园时间', thing3: '地点', thing4: '提示' },
  },
  {
    id: 'tmpl-gone-0007',
    title: '离园通知',
    fields: { thing1: '孩子', time2: '离园时间', thing3: '地点', thing4: '提示' },
  },
  {
    id: 'tmpl-notice-0003',
    title: '社区通知提醒',
    fields: { thing1: '标题', thing2: '说明', time3: '时间' },
  },
]
