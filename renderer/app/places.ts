import type { Right, Role } from '#shared/contract/rights.ts'
import { roleHasRight } from '#shared/contract/rights.ts'

export interface Place {
  readonly to: string
  readonly label: string
  /** Of ui/icons. */
  readonly icon: 'home' | 'tree' | 'people' | 'import' | 'history' | 'user' | 'trash' | 'backup' | 'check'
  /** Shown to whoever has one of them. */
  readonly rights: readonly Right[]
  readonly end?: boolean
}

/** The main navigation, in order. */
const places: readonly Place[] = [
  { to: '/', label: '首页', icon: 'home', rights: ['signedIn'], end: true },
  { to: '/organizations', label: '党组织', icon: 'tree', rights: ['organization.read'] },
  { to: '/members', label: '党员花名册', icon: 'people', rights: ['member.read'] },
  { to: '/imports', label: '导入', icon: 'import', rights: ['import.write'] },
  { to: '/activity', label: '操作记录', icon: 'history', rights: ['activity.read'] },
  { to: '/accounts', label: '账号', icon: 'user', rights: ['account.manage'] },
  { to: '/audit', label: '审计日志', icon: 'history', rights: ['audit.read'] },
  { to: '/trash', label: '回收站', icon: 'trash', rights: ['trash.restore', 'trash.purge'] },
  { to: '/backups', label: '备份', icon: 'backup', rights: ['backup.make', 'backup.manage'] },
  { to: '/check', label: '数据检查', icon: 'check', rights: ['system.verify'] },
]

export function placesOf(role: Role): readonly Place[] {
  return places.filter(({ rights }) => rights.some((right) => roleHasRight(role, right)))
}
