import type { FileRef } from '#shared/contract/files.ts'
import { type ImportKind, type PreviewInput, previewInput } from '#shared/contract/imports.ts'

export const importSteps = ['file', 'columns', 'people'] as const

/** The steps before the file is written. */
export type ImportStep = (typeof importSteps)[number]

/** Everything the clerk has decided about one file; what comes of it is computed by the core. */
export type ImportChoices = Omit<PreviewInput, 'jobId'>

export interface ImportDraft {
  readonly fileName: string
  readonly step: ImportStep
  readonly choices: ImportChoices
}

export type BranchChoice = ImportChoices['branches'][string]

const choicesSchema = previewInput.omit({ jobId: true })

export function startDraft(kind: ImportKind, file: FileRef): ImportDraft {
  return {
    fileName: file.name,
    step: 'columns',
    choices: {
      kind,
      file: file.handle,
      mode: 'addAndUpdate',
      columns: {},
      skipSheets: [],
      branches: {},
      otherBranches: 'create',
    },
  }
}

/** The same file chosen once more, mended or after a restart, is met with the same decisions, to be looked over first. */
export function renewDraft(draft: ImportDraft, file: FileRef): ImportDraft {
  if (file.name !== draft.fileName) return startDraft(draft.choices.kind, file)
  return { ...draft, step: 'columns', choices: { ...draft.choices, file: file.handle } }
}

/** A stored draft, or null when it no longer fits. */
export function parseDraft(value: unknown): ImportDraft | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('fileName' in value) || typeof value.fileName !== 'string' || !('choices' in value)) return null
  const choices = choicesSchema.safeParse(value.choices)
  const step = importSteps.find((known) => 'step' in value && value.step === known)
  return choices.success && step !== undefined
    ? { fileName: value.fileName, step, choices: choices.data }
    : null
}

/** `field` null leaves the column out, undefined goes back to what the program recognises. */
export function withColumn(
  choices: ImportChoices,
  sheets: readonly string[],
  index: number,
  field: string | null | undefined,
): ImportChoices {
  const columns = { ...choices.columns }
  for (const sheet of sheets) {
    const { [String(index)]: _, ...others } = columns[sheet] ?? {}
    columns[sheet] = field === undefined ? others : { ...others, [String(index)]: field }
  }
  return { ...choices, columns }
}

export function withSheet(choices: ImportChoices, sheet: string, isRead: boolean): ImportChoices {
  const others = choices.skipSheets.filter((name) => name !== sheet)
  return { ...choices, skipSheets: isRead ? others : [...others, sheet] }
}

/** `choice` null leaves the names to the choice made for all others. */
export function withBranches(
  choices: ImportChoices,
  names: readonly string[],
  choice: BranchChoice | null,
): ImportChoices {
  const kept = Object.entries(choices.branches).filter(([name]) => !names.includes(name))
  const added = choice === null ? [] : names.map((name) => [name, choice] as const)
  return { ...choices, branches: Object.fromEntries([...kept, ...added]) }
}
