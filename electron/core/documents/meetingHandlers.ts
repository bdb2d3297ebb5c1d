import type { meetingPapersRoutes } from '#shared/contract/meetingPapers.ts'
import type { HandlersOf } from '../call.ts'
import { exportMeetingPlan, exportTopicGuide } from './meetingPlanPaper.ts'
import { exportAttendance, exportCompletion } from './meetingTables.ts'
import { exportMinutes, exportRecordBook, exportSignIn } from './meetingExport.ts'
import { exportMonth } from './meetingMonth.ts'
import { exportAppraisal, exportLifeMeeting } from './organizationLifeExport.ts'

export const meetingPapersHandlers: HandlersOf<typeof meetingPapersRoutes> = {
  'documents.exportMinutes': (input, { db, account, ports }) => exportMinutes(db, input, account, ports),
  'documents.exportSignIn': (input, { db, account, ports }) => exportSignIn(db, input, account, ports),
  'documents.exportMonth': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportMonth(db, input, account, ports, job)),
  'documents.exportRecordBook': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportRecordBook(db, input, account, ports, job)),
  'documents.exportCompletion': (input, { db, account, ports }) =>
    exportCompletion(db, input, account, ports),
  'documents.exportAttendance': (input, { db, account, ports }) =>
    exportAttendance(db, input, account, ports),
  'documents.exportMeetingPlan': (input, { db, account, ports }) =>
    exportMeetingPlan(db, input, account, ports),
  'documents.exportTopicGuide': (input, { db, account, ports }) =>
    exportTopicGuide(db, input, account, ports),
  'documents.exportLifeMeeting': (input, { db, account, ports }) =>
    exportLifeMeeting(db, input, account, ports),
  'documents.exportAppraisal': (input, { db, account, ports }) => exportAppraisal(db, input, account, ports),
}
