/** Tables of the database as people call what is in them; what follows from others, or is the program's own, has no name. */
export const tableLabels: Readonly<Record<string, string>> = {
  members: '党员',
  organizations: '党组织',
  organization_events: '党组织变动',
  mobility_records: '流动党员',
  mobility_contacts: '流动党员联系记录',
  import_batches: '导入批次',
  import_mappings: '导入列的对应',
  document_exports: '导出记录',
  finding_overrides: '保留的提示',
  accounts: '账号',
  settings: '设置',
  workspace_items: '草稿和视图',
  audit_entries: '审计日志',
  audit_changes: '审计日志明细',
  replaced_entries: '恢复前的日志',
  replaced_changes: '恢复前的日志明细',
}

export function tableLabel(table: string): string {
  return tableLabels[table] ?? '内部数据'
}
