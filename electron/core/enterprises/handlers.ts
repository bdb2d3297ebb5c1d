import type { EnterpriseFields, enterprisesRoutes } from '#shared/contract/enterprises.ts'
import { defined } from '#shared/lib/defined.ts'
import type { HandlersOf } from '../call.ts'
import { changeDepartments, createUnit, revealPhone, trashUnit, updateUnit } from './commands.ts'
import { departmentSetting } from './departments.ts'
import { checkUnit, listUnits, summary, unitDetail } from './queries.ts'

export const enterprisesHandlers: HandlersOf<typeof enterprisesRoutes> = {
  'enterprises.list': (input, { db }) => listUnits(db.read, input),
  'enterprises.summary': ({ organizationId }, { db }) => summary(db.read, organizationId),
  'enterprises.get': ({ id }, { db }) => unitDetail(db.read, id),
  'enterprises.reveal': ({ id }, call) => revealPhone(call, id, call.account),
  'enterprises.check': ({ excludeId, fields }, { db }) => ({
    findings: checkUnit(db.read, { excludeId, fields: defined<EnterpriseFields>(fields) }),
  }),
  'enterprises.create': ({ fields }, { db, ports }) => unitDetail(db.read, createUnit(db, fields, ports)),
  'enterprises.update': ({ id, version, fields }, { db, ports }) => {
    updateUnit(db, { id, version, fields: defined<EnterpriseFields>(fields) }, ports)
    return unitDetail(db.read, id)
  },
  'enterprises.trash': (input, { db, ports }) => {
    trashUnit(db, input, ports)
    return null
  },
  'enterprises.departments': (_, { db }) => ({ departments: departmentSetting.read(db.read) }),
  'enterprises.changeDepartments': ({ departments }, { db, ports }) => ({
    departments: changeDepartments(db, departments, ports),
  }),
}
