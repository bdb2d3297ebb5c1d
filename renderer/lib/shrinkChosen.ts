import { call } from './api.ts'
import { shrinkPicture } from './shrinkPicture.ts'

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  // In parts: a function takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 0x80_00) {
    text += String.fromCharCode(...bytes.subarray(from, from + 0x80_00))
  }
  return btoa(text)
}

/** A chosen picture that the shell holds, made smaller, as base64; null where it is taken as it is. */
export async function shrinkChosen(handle: string): Promise<string | null> {
  const picture = await call('attachments.picture', { handle })
  if (picture === null) return null
  const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0))
  const file = new File([bytes], '', { type: picture.mediaType })
  const smaller = await shrinkPicture(file)
  return smaller === file ? null : base64Of(smaller)
}
