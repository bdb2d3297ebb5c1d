import { Document, Packer } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { agencyMark, paperTitle } from '#core/documents/officialPaper.ts'

async function linesOf(paragraph: ReturnType<typeof paperTitle>): Promise<readonly string[]> {
  const document = new Document({ sections: [{ children: [paragraph] }] })
  const bytes = await Packer.toBuffer(document)
  const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array())
  return xml.split('<w:br/>').map((line) => line.replaceAll(/<[^>]+>/g, ''))
}

describe('titles', () => {
  it('stand in one line where they fit', async () => {
    expect(await linesOf(paperTitle('中共东环社区委员会', '关于换届的请示'))).toEqual([
      '中共东环社区委员会关于换届的请示',
    ])
  })

  it('break after who writes, and between their parts, never in a word', async () => {
    const title = paperTitle('中共云溪街道荷塘社区委员会', [
      '关于同意荷塘社区第四网格党支部',
      '换届选举的批复',
    ])
    expect(await linesOf(title)).toEqual([
      '中共云溪街道荷塘社区委员会',
      '关于同意荷塘社区第四网格党支部',
      '换届选举的批复',
    ])
  })

  it('break a name longer than a line after a place near its middle', async () => {
    const agency = '中共临江市东湖区翠屏街道望湖社区第一网格支部委员会'
    const broken = ['中共临江市东湖区翠屏街道', '望湖社区第一网格支部委员会']
    expect(await linesOf(paperTitle(agency, '关于换届选举的请示'))).toEqual([...broken, '关于换届选举的请示'])
    expect(await linesOf(agencyMark(agency, 0))).toEqual(broken)
  })
})
