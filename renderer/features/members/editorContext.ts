import { createContext, use } from 'react'
import type { Control, UseFormSetValue } from 'react-hook-form'
import type { MemberCheck, MemberFinding } from '#shared/contract/members.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import type { MemberFormOutput, MemberFormValues } from './memberForm.ts'

/** What every field of the form needs to know of the record it belongs to. */
export interface Editor {
  readonly control: Control<MemberFormValues, unknown, MemberFormOutput>
  readonly setValue: UseFormSetValue<MemberFormValues>
  readonly isNew: boolean
  readonly isReadOnly: boolean
  /** ID number, phones and addresses hold the plain text, not a mask. */
  readonly isRevealed: boolean
  readonly onReveal: () => Promise<unknown>
  readonly findings: readonly MemberFinding[]
  readonly derived: MemberCheck['derived']
  readonly organizations: readonly OrganizationNode[]
  /** Branch and 党籍状态 of a stored member change by dialogs that ask since when; null while there is something unsaved. */
  readonly onMove: (() => void) | null
  readonly onStatus: (() => void) | null
  /** Absent for a finding that has not been stored with the record. */
  readonly onKeep: ((finding: MemberFinding) => void) | null
  readonly onWithdrawKeep: ((finding: MemberFinding) => void) | null
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (editor === null) throw new Error('a member field stands outside the member form')
  return editor
}
