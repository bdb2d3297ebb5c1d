import type {
  developmentRegistersRoutes,
  TrainingClassFields,
} from '#shared/contract/developmentRegisters.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { calendarYear, setCalendarDay } from './calendar.ts'
import { issueForm, listForms, stockForms, takeFormBack, trashForm, voidForm } from './forms.ts'
import { classDetail, createClass, listClasses, setPlaces, trashClass, updateClass } from './training.ts'

export const developmentRegistersHandlers: HandlersOf<typeof developmentRegistersRoutes> = {
  'forms.list': (input, { db, ports }) => listForms(db.read, input, ports.clock.today()),
  'forms.stock': (input, { db, ports }) => stockForms(db, input, ports),
  'forms.issue': (input, { db, ports }) => {
    issueForm(db, input, ports)
    return null
  },
  'forms.takeBack': (input, { db, ports }) => {
    takeFormBack(db, input, ports)
    return null
  },
  'forms.void': (input, { db, ports }) => {
    voidForm(db, input, ports)
    return null
  },
  'forms.trash': (input, { db, ports }) => {
    trashForm(db, input, ports)
    return null
  },
  'training.list': (input, { db }) => listClasses(db.read, input),
  'training.get': ({ id }, { db }) => classDetail(db.read, id),
  'training.create': ({ fields }, { db, ports }) => classDetail(db.read, createClass(db, fields, ports)),
  'training.update': ({ id, version, fields }, { db, ports }) => {
    updateClass(db, { id, version, fields: defined<TrainingClassFields>(fields) }, ports)
    return classDetail(db.read, id)
  },
  'training.setPlaces': (input, { db, ports }) => {
    setPlaces(db, input, ports)
    return classDetail(db.read, input.id)
  },
  'training.trash': (input, { db, ports }) => {
    trashClass(db, input, ports)
    return null
  },
  'calendar.year': ({ year }, { db }) => calendarYear(db.read, year),
  'calendar.setDay': (input, { db, ports }) => {
    setCalendarDay(db, input, ports)
    return null
  },
}
