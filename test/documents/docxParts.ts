import { strFromU8, unzipSync } from 'fflate'
import type { Document } from 'docx'
import { renderDocument } from '#core/documents/render.ts'

export interface DocxParts {
  readonly bytes: Uint8Array
  readonly names: readonly string[]
  readonly read: (name: string) => string
  readonly documentXml: string
  /** In the order of the document. */
  readonly sections: readonly string[]
}

/** A document as a reader gets it: packed, then taken apart again. */
export async function docxParts(document: Document): Promise<DocxParts> {
  const bytes = await renderDocument(document)
  const parts = unzipSync(bytes)
  const read = (name: string): string => {
    const part = parts[name]
    if (part === undefined) throw new Error(`no part ${name}`)
    return strFromU8(part)
  }
  const documentXml = read('word/document.xml')
  const sections = documentXml.match(/<w:sectPr[ >].*?<\/w:sectPr>/gs) ?? []
  return { bytes, names: Object.keys(parts), read, documentXml, sections }
}

/** The one tag of this name, its attributes without their prefix. */
export function tag(xml: string, name: string): Readonly<Record<string, string>> {
  const found = new RegExp(`<w:${name}(?: [^>]*)?/?>`).exec(xml)?.[0]
  if (found === undefined) throw new Error(`no <w:${name}>`)
  return Object.fromEntries(
    [...found.matchAll(/w:(\w+)="([^"]*)"/g)].map((pair) => [pair[1] ?? '', pair[2] ?? '']),
  )
}

export function styleNamed(stylesXml: string, name: string): string {
  const found = stylesXml.split('<w:style ').find((style) => style.includes(`<w:name w:val="${name}"/>`))
  if (found === undefined) throw new Error(`no style ${name}`)
  return found
}

export function textOf(xml: string): string {
  return xml.replace(/<[^>]+>/g, '')
}

/** The part a section's header or footer reference points to. */
export function referencedPart(
  parts: DocxParts,
  section: string,
  kind: 'header' | 'footer',
  type: string,
): string {
  const reference = new RegExp(`<w:${kind}Reference [^>]*w:type="${type}"[^>]*>`).exec(section)?.[0] ?? ''
  const id = /r:id="([^"]+)"/.exec(reference)?.[1] ?? 'none'
  const relations = parts.read('word/_rels/document.xml.rels')
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1] ?? 'none'
  return parts.read(`word/${target}`)
}
