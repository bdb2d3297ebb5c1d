import type { UseFormReturn } from 'react-hook-form'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import type { OrganizationDraft } from './fields.ts'

export type OrganizationFormState = UseFormReturn<OrganizationDraft, unknown, OrganizationFields>
