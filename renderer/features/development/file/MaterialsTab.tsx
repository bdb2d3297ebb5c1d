import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { DevelopmentDetail, DevelopmentMaterialRow } from '#shared/contract/developmentRows.ts'
import type { MaterialNo } from '#shared/domain/development/materials.ts'
import { materialNeedLabels } from '#shared/labels/development.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useHasRight } from '../../../lib/session.ts'
import { ScanViewer } from '../../../ui/ScanViewer.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { useScans } from '../../../ui/useScans.ts'
import { useToast } from '../../../ui/useToast.ts'
import { useFileCommand } from './useFileCommand.ts'
import { fileTarget } from './fileView.ts'
import { materialFields } from './materialRows.ts'

interface MaterialsTabProps {
  readonly detail: DevelopmentDetail
  readonly canWrite: boolean
  readonly onEdit: () => void
  /** A paper that was asked for; null for none. */
  readonly paper: string | null
}

/** M1 to M30: what is there, original or copy, how many pages, and its scans. */
export function MaterialsTab({ detail, canWrite, onEdit, paper }: MaterialsTabProps) {
  const [viewing, setViewing] = useState<DevelopmentMaterialRow | null>(null)
  const canSee = useHasRight('member.reveal')
  // Ticked at once, whatever the core takes to answer.
  const [ticked, setTicked] = useState<Pick<DevelopmentMaterialRow, 'materialNo' | 'isPresent'> | null>(null)
  const scans = useScans<MaterialNo>({
    subject: 'developmentFile',
    subjectId: detail.id,
    target: fileTarget,
  })
  const save = useFileCommand('development.setMaterials')
  const toast = useToast()
  const body = useRef<HTMLTableSectionElement>(null)
  const { error } = save
  useEffect(() => {
    if (error !== null) toast.failure(error)
  }, [error, toast])
  useEffect(() => {
    if (paper === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-paper="${paper}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [paper])
  const there = detail.materials.filter(({ isPresent }) => isPresent).length
  const toggle = (row: DevelopmentMaterialRow, isPresent: boolean): void => {
    setTicked({ materialNo: row.materialNo, isPresent })
    save.run(
      {
        id: detail.id,
        version: detail.version,
        materials: [{ ...materialFields(row), isPresent }],
      },
      isPresent ? `已登记 ${row.materialNo} ${row.name}` : `${row.materialNo} 改为没有`,
    )
  }
  return (
    <SectionCard
      title="材料目录"
      extra={
        <>
          <span className="muted">已有 {there} / 30 件</span>
          {canWrite && (
            <Button size="small" onClick={onEdit}>
              填写份数、页数
            </Button>
          )}
        </>
      }
    >
      <p className="muted">
        有就打勾。扫描件加密保存在数据文件夹里，只在本程序里看；图片上传前自动缩小。严禁上传涉密材料。
      </p>
      <table className="dev-table dev-materials">
        <thead>
          <tr>
            <th>编号</th>
            <th>材料</th>
            <th>步骤</th>
            <th>有</th>
            <th>原件、份数、页数</th>
            <th>形成日期</th>
            <th>备注</th>
            <th>扫描件</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {detail.materials.map((row) => {
            const { materialNo, name, step, need, isPresent, formedOn, note } = row
            const own = scans.of(materialNo)
            return (
              <tr
                key={materialNo}
                data-paper={materialNo}
                tabIndex={-1}
                className={paper === materialNo ? 'dev-row-chosen' : undefined}
              >
                <td className="number">{materialNo}</td>
                <td>
                  {name}
                  {need === 'local' && <span className="muted small"> {materialNeedLabels.local}</span>}
                </td>
                <td className="number">{step}</td>
                <td>
                  {canWrite ? (
                    <Checkbox
                      aria-label={`有${materialNo} ${name}`}
                      checked={
                        save.isPending && ticked?.materialNo === materialNo ? ticked.isPresent : isPresent
                      }
                      disabled={save.isPending}
                      onChange={({ target }) => toggle(row, target.checked)}
                    />
                  ) : isPresent ? (
                    '有'
                  ) : (
                    '—'
                  )}
                </td>
                <td>{countsText(row)}</td>
                <td className="nowrap">{formedOn === null ? '' : formatPartialDate(formedOn)}</td>
                <td>{note}</td>
                <td className="dev-scan-cell">
                  {own.length > 0 &&
                    (canSee ? (
                      <Button
                        size="small"
                        aria-label={`看 ${own.length} 份：${materialNo}的扫描件`}
                        onClick={() => setViewing(row)}
                      >
                        看 {own.length} 份
                      </Button>
                    ) : (
                      `${own.length} 份`
                    ))}
                  {canWrite && (
                    <Button
                      size="small"
                      type="link"
                      loading={scans.busy === materialNo}
                      aria-label={`上传${materialNo}的扫描件`}
                      onClick={() => scans.add(materialNo)}
                    >
                      上传
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {viewing !== null && (
        <ScanViewer
          title={`${viewing.materialNo} ${viewing.name}`}
          scans={scans.of(viewing.materialNo)}
          canWrite={canWrite}
          target={fileTarget}
          onClose={() => setViewing(null)}
        />
      )}
    </SectionCard>
  )
}

function countsText({ isOriginal, copies, pages }: DevelopmentMaterialRow): string {
  return [
    isOriginal === null ? null : isOriginal ? '原件' : '复印件',
    copies === null ? null : `${copies} 份`,
    pages === null ? null : `${pages} 页`,
  ]
    .filter((text) => text !== null)
    .join('，')
}
