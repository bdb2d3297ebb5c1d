import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A PDF opened for looking at, page by page; `close` gives its memory back. */
export interface PdfPages {
  readonly count: number
  /** Draws a page (from 1) so that it is `width` CSS pixels wide. */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>
  close(): Promise<void>
}

// Loaded when the first PDF is opened: most pages never need it.
async function library() {
  const [pdf, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ])
  pdf.GlobalWorkerOptions.workerPort ??= new PdfWorker()
  return pdf
}

/** Throws when the bytes are no PDF that can be drawn, or it asks for a password. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const { getDocument } = await library()
  const task = getDocument({
    data: bytes,
    // The policy of the page allows no WebAssembly; electron.vite.config.ts puts the decoders in JavaScript here.
    useWasm: false,
    wasmUrl: new URL('pdf/', document.baseURI).href,
    stopAtErrors: false,
  })
  const opened: PDFDocumentProxy = await task.promise
  return {
    count: opened.numPages,
    draw: async (page, canvas, width) => {
      const found = await opened.getPage(page)
      const natural = found.getViewport({ scale: 1 }).width
      const viewport = found.getViewport({ scale: (width / natural) * window.devicePixelRatio })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      await found.render({ canvas, viewport }).promise
    },
    close: () => task.destroy(),
  }
}
