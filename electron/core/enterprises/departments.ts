import { departmentsSchema } from '#shared/contract/enterprises.ts'
import { defaultDepartments } from '#shared/domain/enterprises.ts'
import { type Setting, setting } from '../system/settings.ts'

/** ORG-76: who is in charge differs from place to place, so the office keeps the list. */
export const departmentSetting: Setting<readonly string[]> = setting<readonly string[]>(
  'enterprise.departments',
  departmentsSchema,
  defaultDepartments,
)
