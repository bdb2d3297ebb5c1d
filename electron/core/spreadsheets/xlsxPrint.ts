import type writeXlsxFile from 'write-excel-file/node'

type WriteOptions = NonNullable<Parameters<typeof writeXlsxFile>[1]>
type Feature = NonNullable<WriteOptions['features']>[number]

/** What a sheet says about its printing and its panes. */
export interface SheetPrint {
  readonly name: string
  readonly rowCount: number
  readonly columns: readonly { readonly width: number }[]
  readonly frozenColumns: number
  /** First and last row, from 1, printed at the head of every page; null for none. */
  readonly repeatRows: readonly [number, number] | null
  readonly isLandscape: boolean
  /** Printed at the foot of every page. */
  readonly foot?: string
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** 1 -> A, 27 -> AA. */
function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const head = Math.floor((column - 1) / 26)
  return `${head === 0 ? '' : columnLetters(head)}${String.fromCharCode(65 + rest)}`
}

function printTitles(sheets: readonly SheetPrint[]): string {
  const entries = sheets.flatMap(({ name, repeatRows, frozenColumns }, index) => {
    const sheet = `'${escapeXml(name.replaceAll("'", "''"))}'`
    const areas = [
      ...(frozenColumns > 0 ? [`${sheet}!$A:$${columnLetters(frozenColumns)}`] : []),
      ...(repeatRows === null ? [] : [`${sheet}!$${repeatRows[0]}:$${repeatRows[1]}`]),
    ]
    if (areas.length === 0) return []
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${areas.join(',')}</definedName>`
  })
  return entries.length === 0 ? '' : `<definedNames>${entries.join('')}</definedNames>`
}

/** Characters of 11 pt that an A4 page still prints legibly when shrunk. */
export const legibleWidth = { landscape: 190, portrait: 125 } as const

/** As few pages wide as stay legible; as many long as it takes. */
function pageSetup({ columns, isLandscape }: SheetPrint): string {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const orientation = isLandscape ? 'landscape' : 'portrait'
  const wide = Math.max(1, Math.ceil(total / legibleWidth[orientation]))
  return `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${wide}" fitToHeight="0"/>`
}

/** `&` begins a command in a footer: a written one is doubled. */
function pageFooter({ foot }: SheetPrint): string {
  if (foot === undefined) return ''
  const text = escapeXml(`&C${foot.replaceAll('&', '&&')}　第 &P 页，共 &N 页`)
  return `<headerFooter><oddFooter>${text}</oddFooter></headerFooter>`
}

/** The library writes no page for portrait sheets. */
function portraitPage(sheet: SheetPrint): string {
  if (sheet.isLandscape) return ''
  const margins = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  return `${margins}${pageSetup(sheet)}${pageFooter(sheet)}`
}

function ignoredErrors({ columns, rowCount }: SheetPrint): string {
  const area = `A1:${columnLetters(Math.max(columns.length, 1))}${Math.max(rowCount, 1)}`
  return `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`
}

/** What the library has no option for: print titles, page fit, no green corners on numbers kept as text. */
export function printFeature(sheets: readonly SheetPrint[]): Feature {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', () => printTitles(sheets)),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]
            if (sheet === undefined) return xml
            return (
              xml
                .replace(
                  /<worksheet [^>]*>/,
                  (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
                )
                .replace('<cols>', '<sheetFormatPr defaultRowHeight="15"/><cols>')
                .replace(
                  /(<pageMargins [^>]*>)(?:<pageSetup [^>]*>)?/,
                  (_, margins) => `${margins}${pageSetup(sheet)}${pageFooter(sheet)}`,
                )
                // The library calls every frozen corner the bottom right one, with no columns frozen too.
                .replace(/ xSplit="0"([^>]*) activePane="bottomRight"/, '$1 activePane="bottomLeft"')
            )
          },
          insert: (_options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]
            return sheet === undefined ? undefined : portraitPage(sheet) + ignoredErrors(sheet)
          },
        },
      },
    },
  }
}
