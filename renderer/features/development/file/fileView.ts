import { isFinalState } from '#shared/domain/development/states.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import type { StepNo } from '#shared/domain/development/milestones.ts'
import { stepNos } from '#shared/domain/development/milestones.ts'
import type { UndoTarget } from '../../../ui/undo.ts'

/** What a file's page shows and changes; what an approval did to the roster stands in the same entry. */
export const fileTarget: UndoTarget = {
  kinds: [
    'developmentFile',
    'developmentStep',
    'developmentGuarantor',
    'developmentReview',
    'developmentVote',
    'developmentMaterial',
    'developmentEvent',
    'attachment',
    'findingOverride',
  ],
  recordId: null,
}

export const fileTabs = ['steps', 'people', 'materials', 'plan', 'basics', 'changes'] as const

/** Parts of one person's page, each with an address. */
export type FileTab = (typeof fileTabs)[number]

export const fileTabLabels: Readonly<Record<FileTab, string>> = {
  steps: '二十五步',
  people: '联系人、考察',
  materials: '材料和扫描件',
  plan: '倒排日历',
  basics: '基本情况',
  changes: '变动和修改历史',
}

export function fileTabFromParams(params: URLSearchParams): FileTab {
  return fileTabs.find((tab) => tab === params.get('tab')) ?? 'steps'
}

export function fileAddress(id: string, tab: FileTab = 'steps'): string {
  return tab === 'steps' ? `/development/${id}` : `/development/${id}?tab=${tab}`
}

/** A step of the page: 步骤 tab, opened at it. */
export function stepAddress(id: string, step: StepNo): string {
  return `/development/${id}?step=${step}`
}

/** A paper of the archive, found in the table of papers. */
export function paperAddress(id: string, paper: MaterialNo): string {
  return `/development/${id}?tab=materials&paper=${paper}`
}

export function stepFromParams(params: URLSearchParams): StepNo | null {
  return stepNos.find((no) => String(no) === params.get('step')) ?? null
}

/** Whether steps are still taken: not ended, not revoked, not in the trash. A full member's file is still archived. */
export function isOpenFile({ state, deletedAt }: Pick<DevelopmentDetail, 'state' | 'deletedAt'>): boolean {
  if (deletedAt !== null || state === 'revoked') return false
  return state === 'full' || !isFinalState(state)
}
