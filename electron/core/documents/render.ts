import { Packer } from 'docx'
import type { Document } from 'docx'
import { fontTablePart } from './fonts.ts'
import { stylesPart } from './styles.ts'

/** The one step from a document value to a file. */
export async function renderDocument(document: Document): Promise<Uint8Array> {
  return await Packer.pack(document, 'uint8array', undefined, [fontTablePart, stylesPart])
}
