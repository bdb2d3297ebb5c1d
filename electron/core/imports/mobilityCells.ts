import { type MobilityImportField, mobilityImportFields } from '#shared/domain/mobilityImportFields.ts'
import { type CellReader as FieldCells, type CellReading, fieldCells } from './fieldCells.ts'
import type { TableRow } from './readTable.ts'

export type CellReader = FieldCells<MobilityImportField>

export function cellReader(row: TableRow, context: CellReading): CellReader {
  return fieldCells(mobilityImportFields, row, context)
}
