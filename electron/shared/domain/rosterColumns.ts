import type { MemberField } from './memberFields.ts'

/** A column of the roster (D09): a field of the record, or 党龄 as the rules compute it. */
export type RosterColumn = MemberField | 'partyAge'

/** .docx fills one landscape A4 line; a sheet has no edge and takes those of the national system's own export. */
export const standardRosterColumns: Readonly<Record<'docx' | 'xlsx', readonly RosterColumn[]>> = {
  docx: [
    'name',
    'gender',
    'ethnicity',
    'birthDate',
    'education',
    'idNo',
    'personType',
    'joinedOn',
    'regularOn',
    'partyAge',
    'mobile',
    'unitDuty',
  ],
  xlsx: [
    'name',
    'gender',
    'idNo',
    'ethnicity',
    'birthDate',
    'education',
    'personType',
    'degree',
    'organizationId',
    'groupId',
    'mobile',
    'joinedOn',
    'regularOn',
    'partyAge',
    'newStratum',
    'jobPost',
    'techTitle',
    'unitDuty',
    'isMigrantWorker',
    'address',
    'hukou',
    'isLost',
    'isFloating',
    'joinKind',
    'remark',
  ],
}
