import { type Right, type Role, roleHasRight } from '#shared/contract/rights.ts'
import type { IconName } from '../ui/iconPaths.ts'

export interface Place {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** Shown to whoever has one of them. */
  readonly rights: readonly Right[]
  /** Left out for whoever has this right: another place leads there. */
  readonly unless?: Right
  readonly end?: boolean
  /** A thin line parts one group from the next. */
  readonly group: 'home' | 'records' | 'changes' | 'work' | 'upkeep'
}

/** The main navigation, in order. */
const places: readonly Place[] = [
  { to: '/', label: '首页', icon: 'home', group: 'home', rights: ['signedIn'], end: true },
  { to: '/organizations', label: '党组织', icon: 'tree', group: 'records', rights: ['organization.read'] },
  { to: '/members', label: '党员花名册', icon: 'people', group: 'records', rights: ['member.read'] },
  { to: '/terms', label: '届期与班子', icon: 'term', group: 'records', rights: ['organization.read'] },
  { to: '/elections', label: '换届选举', icon: 'election', group: 'records', rights: ['member.read'] },
  { to: '/meetings', label: '三会一课', icon: 'meeting', group: 'records', rights: ['member.read'] },
  { to: '/reviews', label: '双向述职测评', icon: 'review', group: 'records', rights: ['organization.read'] },
  { to: '/development', label: '发展党员', icon: 'development', group: 'changes', rights: ['member.read'] },
  { to: '/transfers', label: '组织关系转接', icon: 'transfer', group: 'changes', rights: ['member.read'] },
  { to: '/mobility', label: '流动党员', icon: 'away', group: 'changes', rights: ['member.read'] },
  { to: '/bridge', label: '人员增减', icon: 'bridge', group: 'changes', rights: ['member.read'] },
  {
    to: '/enterprises',
    label: '两新组织',
    icon: 'enterprise',
    group: 'changes',
    rights: ['organization.read'],
  },
  { to: '/imports', label: '导入', icon: 'import', group: 'work', rights: ['import.write'] },
  { to: '/activity', label: '操作记录', icon: 'history', group: 'work', rights: ['activity.read'] },
  {
    to: '/calendar',
    label: '工作日历',
    icon: 'calendar',
    group: 'upkeep',
    rights: ['calendar.write'],
    unless: 'member.read',
  },
  { to: '/accounts', label: '账号', icon: 'user', group: 'upkeep', rights: ['account.manage'] },
  { to: '/audit', label: '审计日志', icon: 'history', group: 'upkeep', rights: ['audit.read'] },
  { to: '/trash', label: '回收站', icon: 'trash', group: 'upkeep', rights: ['trash.restore', 'trash.purge'] },
  {
    to: '/backups',
    label: '备份',
    icon: 'backup',
    group: 'upkeep',
    rights: ['backup.make', 'backup.manage'],
  },
  { to: '/check', label: '数据检查', icon: 'check', group: 'upkeep', rights: ['system.verify'] },
]

export function placesOf(role: Role): readonly Place[] {
  return places.filter(
    ({ rights, unless }) =>
      rights.some((right) => roleHasRight(role, right)) &&
      (unless === undefined || !roleHasRight(role, unless)),
  )
}
