import type { StaffRole } from '../domain/role'

export interface RoleWords {
  readonly name: string
  /** What the role lets a person do. */
  readonly may: string
}

export const ROLE_WORDS: Readonly<Record<StaffRole, RoleWords>> = {
  carer: { name: '老师', may: '看今天的孩子，扫码入园和离园' },
  lead: { name: '带班老师', may: '老师能做的，再加上邀请老师' },
  operator: { name: '运营', may: '管理排班、价格和所有人员' },
  community: { name: '社区工作人员', may: '给家庭发通知，邀请志愿者' },
  volunteer: { name: '志愿者', may: '带绘本和亲子活动' },
}
