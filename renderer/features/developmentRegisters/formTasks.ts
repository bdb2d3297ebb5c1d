import type { FormStatus } from '#shared/domain/development/records.ts'

export const formTaskKinds = ['issue', 'takeBack', 'void', 'trash'] as const

export type FormTaskKind = (typeof formTaskKinds)[number]

export const taskLabels: Readonly<Record<FormTaskKind, string>> = {
  issue: '发放',
  takeBack: '收回',
  void: '作废',
  trash: '删除（录错时用）',
}

/** What is usually done next with a booklet; null where it is at its end. */
export function mainTask(status: FormStatus): 'issue' | 'takeBack' | null {
  if (status === 'stock') return 'issue'
  return status === 'issued' ? 'takeBack' : null
}

/** The rest of what can be done with it. */
export function otherTasks(status: FormStatus): readonly FormTaskKind[] {
  return status === 'voided' ? ['trash'] : ['void', 'trash']
}
