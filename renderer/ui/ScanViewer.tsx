import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { formatInstant } from '../lib/formatInstant.ts'
import { useCall } from '../lib/queries.ts'
import { useShortcut } from './shortcuts.ts'
import { QueryBoundary } from './QueryBoundary.tsx'
import { RenameScan, TrashScan } from './ScanDialogs.tsx'
import { ScanPage } from './ScanPage.tsx'
import { Dialog } from './Dialog.tsx'
import type { UndoTarget } from './undo.ts'
import './scanViewer.css'

interface ScanViewerProps {
  readonly title: string
  /** In the order of the paper; never empty. */
  readonly scans: readonly AttachmentRow[]
  readonly canWrite: boolean
  /** What Ctrl+Z of the screen takes back. */
  readonly target: UndoTarget
  readonly onClose: () => void
}

const zooms: readonly (number | null)[] = [null, 1, 1.5, 2, 3]

/** Scans of one paper, one after the other: turn, enlarge, rename, delete. Esc closes it. */
export function ScanViewer({ title, scans, canWrite, target, onClose }: ScanViewerProps) {
  const [index, setIndex] = useState(0)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const [turns, setTurns] = useState(0)
  const [zoom, setZoom] = useState(0)
  const [asking, setAsking] = useState<'rename' | 'trash' | null>(null)
  const scan = scans[Math.min(index, scans.length - 1)]
  const onOpened = useCallback((count: number) => setPages(count), [])
  useEffect(() => {
    if (scan === undefined) onClose()
  }, [scan, onClose])
  const go = (by: number): void => {
    if (page + by >= 1 && page + by <= pages) return setPage(page + by)
    const next = index + by
    if (next < 0 || next >= scans.length) return
    setIndex(next)
    setPage(1)
    setPages(1)
    setTurns(0)
  }
  const turn = (): void => setTurns((turns + 1) % 4)
  const enlarge = (by: number): void => setZoom(Math.min(zooms.length - 1, Math.max(0, zoom + by)))
  const isIdle = asking === null
  useShortcut('ArrowRight', '下一张', () => go(1), isIdle, true)
  useShortcut('ArrowLeft', '上一张', () => go(-1), isIdle, true)
  useShortcut('R', '旋转', turn, isIdle, true)
  useShortcut('=', '放大', () => enlarge(1), isIdle, true)
  useShortcut('-', '缩小', () => enlarge(-1), isIdle, true)
  if (scan === undefined) return null
  const isFirst = index === 0 && page === 1
  const isLast = index === scans.length - 1 && page === pages
  return (
    <Dialog
      title={title}
      onClose={onClose}
      keyboard={isIdle}
      isReading
      centered
      width="min(1280px, 96vw)"
      className="scan-viewer"
    >
      <div className="scan-viewer-bar" role="toolbar" aria-label="看扫描件">
        <Button disabled={isFirst} onClick={() => go(-1)}>
          上一张
        </Button>
        <Button disabled={isLast} onClick={() => go(1)}>
          下一张
        </Button>
        <span className="number" aria-live="polite">
          第 {index + 1} / {scans.length} 份{pages > 1 && `，第 ${page} / ${pages} 页`}
        </span>
        <Button onClick={turn}>旋转</Button>
        <Button disabled={zoom === 0} onClick={() => enlarge(-1)}>
          缩小
        </Button>
        <Button disabled={zoom === zooms.length - 1} onClick={() => enlarge(1)}>
          放大
        </Button>
        <span className="muted small ellipsis" title={scan.name}>
          {scan.name}（{formatInstant(scan.createdAt)}）
        </span>
        {canWrite && (
          <span className="scan-viewer-end">
            <Button onClick={() => setAsking('rename')}>改名</Button>
            <Button danger onClick={() => setAsking('trash')}>
              删除
            </Button>
          </span>
        )}
      </div>
      <ScanBody
        key={scan.id}
        id={scan.id}
        page={page}
        turns={turns}
        zoom={zooms[zoom] ?? null}
        onOpened={onOpened}
      />
      {asking === 'rename' && <RenameScan scan={scan} target={target} onClose={() => setAsking(null)} />}
      {asking === 'trash' && (
        <TrashScan
          scan={scan}
          target={target}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null)
            setIndex(Math.max(0, index - 1))
            setPage(1)
            setPages(1)
          }}
        />
      )}
    </Dialog>
  )
}

interface ScanBodyProps {
  readonly id: string
  readonly page: number
  readonly turns: number
  readonly zoom: number | null
  readonly onOpened: (pages: number) => void
}

function ScanBody({ id, ...view }: ScanBodyProps) {
  const content = useCall('attachments.content', { id }, { fresh: true })
  return (
    <section className="scan-viewer-body" aria-label="扫描件内容">
      <QueryBoundary query={content} what="查看扫描件" lines={10}>
        {(found) => <ScanPage content={found} {...view} />}
      </QueryBoundary>
    </section>
  )
}
