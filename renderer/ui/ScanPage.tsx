import { useEffect, useRef, useState } from 'react'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { drawTurned, openScan, type ScanSource } from '../lib/scanSource.ts'

interface ScanPageProps {
  readonly content: RouteOutput<'attachments.content'>
  readonly page: number
  readonly turns: number
  /** Of the width of the dialog; null to show the whole page. */
  readonly zoom: number | null
  readonly onOpened: (pages: number) => void
}

/** One page of a scan, drawn; give it a key, so that each scan is opened anew. */
export function ScanPage({ content, page, turns, zoom, onOpened }: ScanPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [source, setSource] = useState<ScanSource | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const { mediaType, base64, name } = content
  useEffect(() => {
    let isCurrent = true
    let opened: ScanSource | null = null
    openScan(mediaType, base64).then(
      (found) => {
        opened = found
        if (!isCurrent) return found.close()
        setSource(found)
        onOpened(found.pages)
      },
      () => setHasFailed(true),
    )
    return () => {
      isCurrent = false
      opened?.close()
    }
  }, [mediaType, base64, onOpened])
  useEffect(() => {
    let isCurrent = true
    source?.page(page).then(
      (drawn) => {
        if (isCurrent && canvas.current !== null) drawTurned(drawn, canvas.current, turns)
      },
      () => setHasFailed(true),
    )
    return () => {
      isCurrent = false
    }
  }, [source, page, turns])
  if (hasFailed) {
    return (
      <p className="scan-failed" role="alert">
        这份扫描件打不开，文件可能已损坏或加了密码。请重新扫描上传，再删去这一份。
      </p>
    )
  }
  return (
    <canvas
      ref={canvas}
      className={zoom === null ? 'scan-whole' : 'scan-zoomed'}
      {...(zoom === null ? {} : { style: { width: `${zoom * 100}%` } })}
    >
      {name}
    </canvas>
  )
}
