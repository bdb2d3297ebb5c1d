export type DevelopmentPart = 'list' | 'quarter' | 'forms' | 'training' | 'quotas' | 'workdays'

interface PartTab {
  readonly to: string
  readonly label: string
  readonly isCurrent: boolean
}

const parts: readonly (readonly [DevelopmentPart, string, string])[] = [
  ['list', '/development', '工作台账'],
  ['quarter', '/development/calendar', '季度日历'],
  ['forms', '/development/registers', '志愿书登记'],
  ['training', '/development/registers?part=training', '培训班'],
  ['quotas', '/development/registers?part=quotas', '年度计划'],
  ['workdays', '/calendar', '工作日历'],
]

/** The lists and registers of 发展党员; whoever sees no records has the work calendar alone. */
export function developmentTabs(current: DevelopmentPart, canRead: boolean): readonly PartTab[] {
  return parts
    .filter(([part]) => canRead || part === 'workdays')
    .map(([part, to, label]) => ({ to, label, isCurrent: part === current }))
}
