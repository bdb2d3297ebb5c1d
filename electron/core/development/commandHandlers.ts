import type { developmentRoutes } from '#shared/contract/development.ts'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import { defined } from '#shared/lib/defined.ts'
import type { Call, HandlersOf } from '../call.ts'
import { checkStep } from './checkStep.ts'
import { createFile, revealFile, trashFile, updateFile } from './commands.ts'
import { recordEvent } from './events.ts'
import { setGuarantors } from './guarantors.ts'
import { removeReview, saveReview, setMaterials } from './parts.ts'
import { developmentDetail } from '../records/developmentDetail.ts'
import { correctStep, removeStep } from './stepChanges.ts'
import { recordStep } from './steps.ts'
import { removeVote, saveVote } from './votes.ts'

type Commands = Omit<
  HandlersOf<typeof developmentRoutes>,
  | 'development.list'
  | 'development.get'
  | 'development.plan'
  | 'development.calendar'
  | 'development.quotas'
  | 'development.setQuota'
>

/** A write, and the file as it stands after it. */
function after<I extends { readonly id: string }>(
  write: (db: Call['db'], input: I, ports: Call['ports']) => void,
) {
  return (input: I, { db, ports }: Call) => {
    write(db, input, ports)
    return developmentDetail(db.read, input.id, ports.clock.today())
  }
}

export const developmentCommandHandlers: Commands = {
  'development.checkStep': (input, { db, ports }) => checkStep(db.read, input, ports),
  'development.reveal': ({ id }, { db }) => revealFile(db, id),
  'development.create': (input, { db, ports }) =>
    developmentDetail(db.read, createFile(db, input, ports), ports.clock.today()),
  'development.update': ({ id, version, fields }, { db, ports }) => {
    updateFile(db, { id, version, fields: defined<DevelopmentFields>(fields) }, ports)
    return developmentDetail(db.read, id, ports.clock.today())
  },
  'development.recordStep': after(recordStep),
  'development.correctStep': after(correctStep),
  'development.removeStep': after(removeStep),
  'development.recordEvent': after(recordEvent),
  'development.saveVote': after(saveVote),
  'development.removeVote': after(removeVote),
  'development.setGuarantors': after(setGuarantors),
  'development.saveReview': after(saveReview),
  'development.removeReview': after(removeReview),
  'development.setMaterials': after(setMaterials),
  'development.trash': (input, { db, ports }) => {
    trashFile(db, input, ports)
    return null
  },
}
