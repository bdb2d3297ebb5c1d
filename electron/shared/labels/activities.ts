import type { ChangeAction, Doing, RecordKind } from '../contract/activity.ts'
import type { CommandName } from '../contract/routes.ts'

/** What each command does, as lists of activities and the audit log say it. A new command needs a line here. */
export const routeTitles: Readonly<Record<CommandName, string>> = {
  'organizations.create': '新建党组织',
  'organizations.update': '修改党组织资料',
  'organizations.move': '移动党组织',
  'organizations.dissolve': '撤销党组织',
  'organizations.merge': '合并党组织',
  'organizations.trash': '删除党组织',
  'organizations.restore': '恢复已撤销的党组织',
  'accounts.createFirst': '首次建立账号',
  'accounts.signIn': '登录',
  'accounts.recover': '用恢复码重设密码',
  'accounts.signOut': '退出登录',
  'accounts.lock': '锁屏',
  'accounts.unlock': '解锁',
  'accounts.changePassword': '修改自己的密码',
  'accounts.createAdministrator': '建立系统管理员',
  'accounts.create': '新建账号',
  'accounts.update': '修改账号',
  'accounts.resetPassword': '重设账号密码',
  'accounts.disable': '停用账号',
  'accounts.enable': '启用账号',
  'accounts.renewRecoveryCode': '更换恢复码',
  'accounts.changeSettings': '修改锁屏设置',
  'files.choose': '选择文件',
  'files.chooseFolder': '选择文件夹',
  'files.deliver': '另存文件',
  'activity.undo': '撤销操作',
  'activity.putBack': '放回原值',
  'members.reveal': '查看隐去的信息',
  'members.create': '新增党员',
  'members.update': '修改党员信息',
  'members.trash': '删除党员',
  'members.applyBulk': '批量修改党员',
  'workspace.put': '保存草稿或视图',
  'workspace.discard': '丢弃草稿或视图',
  'documents.exportRoster': '导出花名册',
  'audit.verify': '校验审计日志',
  'audit.export': '导出审计日志',
  'imports.preview': '预览导入',
  'imports.commit': '导入表格',
  'imports.withdraw': '撤回导入批次',
  'imports.markedCopy': '导出问题标注',
  'imports.sampleWorkbook': '下载导入样表',
  'jobs.cancel': '取消任务',
  'backup.make': '备份',
  'backup.handOver': '导出移交备份',
  'backup.changeSettings': '修改备份设置',
  'backup.inspect': '检查备份',
  'backup.restore': '从备份恢复',
  'rescue.backups': '查看可用备份',
  'rescue.inspect': '检查备份（未登录）',
  'rescue.restore': '从备份恢复（未登录）',
  'rescue.salvage': '抢救损坏的数据库',
  'findings.override': '说明原因后保留提示',
  'findings.withdrawOverride': '取消保留提示',
  'system.fillDemo': '填入演示数据',
  'trash.restore': '从回收站恢复',
  'trash.empty': '清空回收站',
}

const titles: Readonly<Record<string, string>> = routeTitles

/** Entries of earlier versions, and of the program itself, may carry routes that are no command now. */
export function routeTitle(route: string): string {
  return (Object.hasOwn(titles, route) ? titles[route] : undefined) ?? '系统维护'
}

/** Commands whose entries are no writes of the office: the auditor sees them, the list of activities does not. */
export const auditOnlyRoutes = [
  'accounts.createFirst',
  'accounts.signIn',
  'accounts.recover',
  'accounts.signOut',
  'accounts.lock',
  'accounts.unlock',
  'accounts.changePassword',
  'accounts.createAdministrator',
  'accounts.create',
  'accounts.update',
  'accounts.resetPassword',
  'accounts.disable',
  'accounts.enable',
  'accounts.renewRecoveryCode',
  'accounts.changeSettings',
  'members.reveal',
  'audit.verify',
  'audit.export',
  'backup.make',
  'backup.handOver',
  'backup.changeSettings',
  'backup.inspect',
  'backup.restore',
  'rescue.backups',
  'rescue.inspect',
  'rescue.restore',
  'rescue.salvage',
] as const satisfies readonly CommandName[]

export const recordKindLabels: Readonly<Record<RecordKind, string>> = {
  member: '党员',
  organization: '党组织',
  organizationEvent: '党组织变动',
  findingOverride: '保留的提示',
  importBatch: '导入批次',
  importMapping: '导入列的对应',
  documentExport: '导出的文件',
  account: '账号',
  setting: '设置',
}

export const viaLabels: Readonly<Record<Doing['via'], string>> = {
  electron: '桌面窗口',
  browser: '浏览器',
  cli: '命令行',
  system: '系统',
}

export const actionLabels: Readonly<Record<ChangeAction, string>> = {
  added: '新增',
  changed: '修改',
  removed: '删除',
  purged: '彻底删除',
  noted: '查看',
}
