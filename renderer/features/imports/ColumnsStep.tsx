import { Alert } from 'antd'
import type { ImportFinding, ImportPreview } from '#shared/contract/imports.ts'
import { EmptyState } from '../../ui/states.tsx'
import { BranchChoices } from './BranchChoices.tsx'
import { generalFindings } from './findingCounts.ts'
import { GeneralFindings } from './GeneralFindings.tsx'
import type { ImportChoices } from './importDraft.ts'
import { importFieldLabel, neededFields } from './importFieldOptions.ts'
import { kindWords } from './importWords.ts'
import { ModeChoice } from './ModeChoice.tsx'
import { SampleWorkbookButton } from './SampleWorkbookButton.tsx'
import { SheetCard } from './SheetCard.tsx'
import { UnreadSheets } from './UnreadSheets.tsx'
import { groupSheets, type SheetGroup, sheetsWithoutTable, unknownColumns } from './sheetGroups.ts'

interface ColumnsStepProps {
  readonly preview: ImportPreview
  readonly choices: ImportChoices
  readonly onChoices: (choices: ImportChoices) => void
}

function missingFields(preview: ImportPreview, groups: readonly SheetGroup[]): readonly string[] {
  const mapped = new Set(groups.flatMap((group) => group.columns.map((column) => column.field)))
  return neededFields[preview.kind]
    .filter((anyOf) => !anyOf.some((field) => mapped.has(field)))
    .map((anyOf) => anyOf.map((field) => `“${importFieldLabel(preview.kind, field)}”`).join('或'))
}

/** The table of columns itself says what is said of columns. */
function aboutSheets({ report }: ImportPreview): readonly ImportFinding[] {
  return generalFindings(report.findings).filter(
    ({ code }) => code !== 'COLUMN_UNKNOWN' && code !== 'COLUMN_DUPLICATE' && code !== 'NO_TABLE',
  )
}

function Summary({
  preview,
  groups,
}: {
  readonly preview: ImportPreview
  readonly groups: readonly SheetGroup[]
}) {
  const { counted } = kindWords[preview.kind]
  const columns = groups.flatMap((group) => group.columns)
  const mapped = columns.filter((column) => column.field !== null).length
  const unknown = groups.reduce((sum, group) => sum + unknownColumns(group, preview.report.findings).size, 0)
  return (
    <p className="import-summary">
      读到 <strong>{preview.report.rows}</strong> {counted}，{columns.length} 列中认出{' '}
      <strong>{mapped}</strong> 列
      {unknown > 0 && (
        <>
          ，<strong>{unknown}</strong> 列未识别（蓝底，可手工指定）
        </>
      )}
      {preview.unknownBranches.length > 0 && (
        <>
          ，<strong>{preview.unknownBranches.length}</strong> 个支部名称对不上，请在
          <a className="import-text-link" href="#import-branches" onClick={jumpTo('import-branches')}>
            下面
          </a>
          选择怎样处理
        </>
      )}
      。
    </p>
  )
}

// The address after # belongs to the router, so an ordinary anchor would leave the page.
function jumpTo(id: string) {
  return (event: { preventDefault: () => void }): void => {
    event.preventDefault()
    document.querySelector(`#${id}`)?.scrollIntoView({ block: 'start' })
  }
}

export function ColumnsStep({ preview, choices, onChoices }: ColumnsStepProps) {
  const groups = groupSheets(preview.sheets)
  const unread = sheetsWithoutTable(preview.sheets)
  const missing = missingFields(preview, groups)
  const isEmpty = preview.report.rows === 0
  return (
    <>
      {!isEmpty && <Summary preview={preview} groups={groups} />}
      {isEmpty && (
        <EmptyState
          inline
          title={`没有读到${kindWords[preview.kind].title}的内容`}
          text="请检查是否选错了文件，或把“导入什么”选错了；也可以下载空白样表对照列名。"
          actions={<SampleWorkbookButton kind={preview.kind} />}
        />
      )}
      {groups.length > 0 && missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`没有一列对应${missing.join('、')}，缺了它几乎每行都不能导入。请在“对应字段”里指定。`}
        />
      )}
      <GeneralFindings findings={aboutSheets(preview)} />
      {groups.map((group) => (
        <SheetCard
          key={group.key}
          kind={preview.kind}
          group={group}
          findings={preview.report.findings}
          choices={choices}
          onChoices={onChoices}
        />
      ))}
      <UnreadSheets sheets={unread} choices={choices} onChoices={onChoices} />
      {!isEmpty && <ModeChoice mode={choices.mode} onMode={(mode) => onChoices({ ...choices, mode })} />}
      {preview.unknownBranches.length > 0 && (
        <BranchChoices unknown={preview.unknownBranches} choices={choices} onChoices={onChoices} />
      )}
    </>
  )
}
