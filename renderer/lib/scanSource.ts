import type { AttachmentType } from '#shared/domain/attachments.ts'
import { openPdf, type PdfPages } from './pdfPages.ts'

/** What a scan shows, page by page; a picture has one. */
export interface ScanSource {
  readonly pages: number
  /** Throws when the page cannot be drawn. */
  page(no: number): Promise<HTMLImageElement | HTMLCanvasElement>
  close(): void
}

/** Wide enough to be read when it is made larger. */
const pdfWidth = 1400

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

async function pictureSource(mediaType: AttachmentType, base64: string): Promise<ScanSource> {
  const image = new Image()
  image.src = `data:${mediaType};base64,${base64}`
  await image.decode()
  return { pages: 1, page: () => Promise.resolve(image), close: () => undefined }
}

async function pdfSource(base64: string): Promise<ScanSource> {
  const pdf: PdfPages = await openPdf(bytesOf(base64))
  return {
    pages: pdf.count,
    page: async (no) => {
      const canvas = document.createElement('canvas')
      await pdf.draw(no, canvas, pdfWidth / window.devicePixelRatio)
      return canvas
    },
    close: () => void pdf.close(),
  }
}

/** Opens the bytes of a scan; nothing of it goes to a disk. Throws when they cannot be shown. */
export function openScan(mediaType: AttachmentType, base64: string): Promise<ScanSource> {
  return mediaType === 'application/pdf' ? pdfSource(base64) : pictureSource(mediaType, base64)
}

/** Draws a page turned by quarter turns to the right. */
export function drawTurned(
  source: HTMLImageElement | HTMLCanvasElement,
  canvas: HTMLCanvasElement,
  turns: number,
): void {
  const width = source instanceof HTMLImageElement ? source.naturalWidth : source.width
  const height = source instanceof HTMLImageElement ? source.naturalHeight : source.height
  const isSideways = turns % 2 === 1
  canvas.width = isSideways ? height : width
  canvas.height = isSideways ? width : height
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((turns * Math.PI) / 2)
  pen.drawImage(source, -width / 2, -height / 2)
}
