import type { SearchHit } from '#shared/contract/members.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { type Right, type Role, roleHasRight } from '#shared/contract/rights.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { organizationStatusLabels, organizationTypeLabels } from '#shared/labels/organizations.ts'

export interface PaletteItem {
  readonly key: string
  readonly group: string
  readonly label: string
  readonly note: string
  /** At the right end, aligned in a column. */
  readonly end?: string
  readonly to: string
}

interface Command {
  readonly label: string
  readonly to: string
  /** What else people type for it. */
  readonly words: string
  readonly right: Right
}

const commands: readonly Command[] = [
  { label: '新增党员', to: '/members/new', words: 'xzdy 添加 录入', right: 'member.write' },
  { label: '导入花名册', to: '/imports?kind=roster', words: 'drhmc excel 表格', right: 'import.write' },
  {
    label: '导入党组织',
    to: '/imports?kind=organizations',
    words: 'drdzz excel 表格',
    right: 'import.write',
  },
  { label: '导出名册', to: '/members/export', words: 'dcmc 打印 word docx 花名册', right: 'document.export' },
  { label: '导入批次', to: '/imports/batches', words: 'drpc 撤回', right: 'import.write' },
  {
    label: '新建发展档案',
    to: '/development/new',
    words: 'xjfzda 入党申请 发展党员',
    right: 'member.write',
  },
  { label: '新建会议记录', to: '/meetings/new', words: 'xjhyjl 三会一课 纪要 补录', right: 'member.write' },
  {
    label: '三会一课',
    to: '/meetings',
    words: 'shyk 会议记录 党课 主题党日 党员大会 支委会 党小组会 签到表',
    right: 'member.read',
  },
  {
    label: '三会一课完成情况',
    to: '/meetings/completion',
    words: 'wcqk 完成率 缺 出勤 补学 记录本',
    right: 'member.read',
  },
  { label: '落实事项', to: '/meetings/followups', words: 'lssx 办结 整改 三会一课', right: 'member.read' },
  {
    label: '年度组织生活计划',
    to: '/meetings/plans',
    words: 'ndzzshjh 年度计划 主题党日 固定日',
    right: 'member.read',
  },
  { label: '主题提示', to: '/meetings/guides', words: 'ztts 主题党日', right: 'member.read' },
  { label: '组织生活会', to: '/meetings/life', words: 'zzshh 对照检查 整改清单', right: 'member.read' },
  {
    label: '民主评议党员',
    to: '/meetings/appraisals',
    words: 'mzpydy 评议 测评 等次 优秀',
    right: 'member.read',
  },
  {
    label: '双向述职测评',
    to: '/reviews',
    words: 'sxszcp 述职评议 测评票 综合分 定等 书记述职',
    right: 'organization.read',
  },
  {
    label: '述职测评整改清单',
    to: '/reviews/rectifications',
    words: 'zgqd 整改事项 双向述职',
    right: 'organization.read',
  },
  {
    label: '党建责任清单',
    to: '/reviews/responsibility',
    words: 'djzrqd 责任目标 季度工作例会 督查 责任制',
    right: 'organization.read',
  },
  { label: '谈心谈话', to: '/meetings/talks', words: 'txth', right: 'member.read' },
  { label: '发展党员', to: '/development', words: 'fzdy 入党 积极分子 预备', right: 'member.read' },
  { label: '季度日历', to: '/development/calendar', words: 'jdrl 发展党员 到期', right: 'member.read' },
  { label: '工作日历', to: '/calendar', words: 'gzrl 节假日 放假 调休', right: 'calendar.write' },
  { label: '党员花名册', to: '/members', words: 'dyhmc 名单', right: 'member.read' },
  { label: '党组织', to: '/organizations', words: 'dzz 支部 树', right: 'organization.read' },
  { label: '操作记录', to: '/activity', words: 'czjl 撤销 历史 日志', right: 'activity.read' },
  { label: '回收站', to: '/trash', words: 'hsz 恢复 删除', right: 'trash.restore' },
  { label: '备份', to: '/backups', words: 'bf 恢复 U盘', right: 'backup.make' },
  { label: '数据检查', to: '/check', words: 'sjjc 校验 损坏', right: 'system.verify' },
  { label: '首页', to: '/', words: 'sy', right: 'organization.read' },
]

export function commandItems(typed: string, role: Role): readonly PaletteItem[] {
  const text = typed.toLowerCase()
  return commands
    .filter(({ right }) => roleHasRight(role, right))
    .filter(({ label, words }) => text === '' || label.includes(text) || words.includes(text))
    .slice(0, 5)
    .map(({ label, to }) => ({ key: `command ${label}`, group: '操作', label, note: '', to }))
}

/** By any part of the name; names that begin with what was typed come first. */
export function organizationItems(nodes: readonly OrganizationNode[], typed: string): readonly PaletteItem[] {
  if (typed === '') return []
  const found = nodes.filter((node) => node.shortName.includes(typed) || node.code === typed)
  const isExact = (node: OrganizationNode): boolean => node.shortName.startsWith(typed)
  return [...found.filter(isExact), ...found.filter((node) => !isExact(node))].slice(0, 5).map((node) => ({
    key: `organization ${node.id}`,
    group: '党组织',
    label: node.shortName,
    note: nodes.find(({ id }) => id === node.parentId)?.shortName ?? '',
    end: node.status === 'active' ? organizationTypeLabels[node.type] : organizationStatusLabels[node.status],
    to: `/organizations/${node.id}`,
  }))
}

export function memberItems(hits: readonly SearchHit[]): readonly PaletteItem[] {
  return hits.map((hit) => ({
    key: `member ${hit.id}`,
    group: '党员',
    label: hit.name,
    note: `${codeName('personType', hit.personType) ?? ''}　${hit.organizationName}`,
    end: hit.maskedIdNo,
    to: `/members/${hit.id}`,
  }))
}

/** Digits could be part of an ID number or a phone: they must not stand in an address. */
export function rosterItems(typed: string): readonly PaletteItem[] {
  if (typed === '' || /\d{4}/.test(typed)) return []
  const to = `/members?${new URLSearchParams({ q: typed }).toString()}`
  return [{ key: 'roster', group: '党员', label: `在花名册中查看“${typed}”的全部结果`, note: '', to }]
}
