import type { ImportKind, ImportPreview, PreviewInput } from '#shared/contract/imports.ts'
import type { TestCore } from './testCore.ts'

type Choices = Partial<Omit<PreviewInput, 'kind' | 'file'>>

/** Previews a file as the wizard does; without choices: add and update, unknown branches created. */
export function preview(
  test: TestCore,
  kind: ImportKind,
  name: string,
  bytes: Uint8Array,
  choices: Choices = {},
): Promise<ImportPreview> {
  return test.call('imports.preview', {
    kind,
    file: test.shelf.put({ name, bytes }),
    mode: 'addAndUpdate',
    columns: {},
    skipSheets: [],
    branches: {},
    otherBranches: 'create',
    jobId: null,
    ...choices,
  })
}

/** Previews and commits. */
export async function importFile(
  test: TestCore,
  kind: ImportKind,
  name: string,
  bytes: Uint8Array,
  choices: Choices = {},
) {
  const { previewId } = await preview(test, kind, name, bytes, choices)
  return test.call('imports.commit', { previewId, jobId: null })
}
