/** Long side of a scan in pixels: A4 at 170 DPI, which prints as readable as the paper. */
const longSideMax = 2000
const jpegQuality = 0.8

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
}

/** The size of a picture brought down to the longest side allowed, never up. */
export function shrunkSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longSideMax / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A photo of a paper, small enough to keep; what is no picture, cannot be read or would grow stays as it is. */
export async function shrinkPicture(file: File): Promise<File> {
  if (!/^image\/(?:jpeg|png)$/.test(file.type)) return file
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return file
  const { width, height } = shrunkSize(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (pen === null) return file
  // JPEG has no transparency: what is clear in a PNG is paper.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  const blob = await toJpeg(canvas)
  if (blob === null || blob.size >= file.size) return file
  return new File([blob], file.name.replace(/\.[A-Za-z]+$/, '.jpg'), { type: 'image/jpeg' })
}
