import type { Database } from '#db/database.ts'
import {
  deleteDevelopmentReview,
  insertDevelopmentMaterial,
  insertDevelopmentReview,
  updateDevelopmentMaterial,
  updateDevelopmentReview,
} from '#db/queries/developmentPartWrites.ts'
import type { developmentRoutes } from '#shared/contract/development.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import { changeDevelopmentFile } from '../records/developmentStore.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, notInFuture, readWhole, refuse } from './checks.ts'

type Routes = typeof developmentRoutes
type InputOf<R extends keyof Routes> = z.output<Routes[R]['input']>

export function saveReview(db: Database, input: InputOf<'development.saveReview'>, ports: Ports): void {
  const moment = momentOf(ports)
  const { file, parts } = readWhole(db.read, input)
  const { reviewId, kind, reviewedOn, contactOpinion, branchOpinion, signedBy } = input
  notInFuture(moment.today, { reviewedOn })
  const row = { kind, reviewedOn, contactOpinion, branchOpinion, signedBy }
  if (reviewId !== null && !parts.reviews.some(({ id }) => id === reviewId)) throw reviewGone()
  db.write((tx) => {
    if (reviewId === null) insertDevelopmentReview(tx, { ...row, id: ports.ids.next(), fileId: file.id })
    else updateDevelopmentReview(tx, reviewId, row)
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}

function reviewGone() {
  return conflict('no such review', '找不到这次考察（思想汇报），可能已被删除。请刷新后重试')
}

export function removeReview(db: Database, input: InputOf<'development.removeReview'>, ports: Ports): void {
  const moment = momentOf(ports)
  const { file, parts } = readWhole(db.read, input)
  if (!parts.reviews.some(({ id }) => id === input.reviewId)) throw reviewGone()
  db.write((tx) => {
    deleteDevelopmentReview(tx, input.reviewId)
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}

/** The papers that are named; all others stay as they are. */
export function setMaterials(db: Database, input: InputOf<'development.setMaterials'>, ports: Ports): void {
  const moment = momentOf(ports)
  const { file, parts } = readWhole(db.read, input)
  const nos = input.materials.map(({ materialNo }) => materialNo)
  if (new Set(nos).size < nos.length) throw refuse({ materials: '同一材料列了两次，请删去一个' })
  const today = moment.today
  for (const { materialNo, formedOn } of input.materials)
    if (formedOn !== null && formedOn > today)
      throw refuse({ materials: `${materialNo} 的形成日期晚于今天，请核对` })
  db.write((tx) => {
    for (const { materialNo, ...set } of input.materials) {
      const stored = parts.materials.find((each) => each.materialNo === materialNo)
      if (stored) updateDevelopmentMaterial(tx, stored.id, set)
      else insertDevelopmentMaterial(tx, { ...set, materialNo, id: ports.ids.next(), fileId: file.id })
    }
    changeDevelopmentFile(tx, file, {}, moment)
    renewDevelopment(tx, [file.id], moment)
  })
}
