import type { RoutesOf, SamplesOf } from './sample.ts'

const handles =
  'a handle only its maker knows (random, of one shell session); contents never cross the call boundary'
const jobNames = 'a job by the id its caller made up; says how far it is, nothing of what it works on'

const workspaceSamples: SamplesOf<RoutesOf<'workspace'>> = {
  'workspace.get': { input: (_, { memberId }) => ({ key: `draft:member:${memberId}` }) },
  'workspace.put': { input: (_, { memberId }) => ({ key: `draft:member:${memberId}`, value: '{}' }) },
  'workspace.discard': { input: (_, { memberId }) => ({ key: `draft:member:${memberId}` }) },
}

export const sessionSamples: SamplesOf<RoutesOf<'workspace' | 'jobs' | 'files'>> = {
  ...workspaceSamples,
  'jobs.progress': { input: () => ({ jobId: 'job-00000001' }), namesNone: jobNames },
  'jobs.cancel': { input: () => ({ jobId: 'job-00000001' }), namesNone: jobNames },
  'files.choose': { input: () => ({ extensions: ['xlsx'] }), namesNone: handles },
  'files.chooseFolder': { input: () => ({}), namesNone: handles },
  'files.deliver': {
    input: ({ shelf }) => ({ handle: shelf.put({ name: '测试.xlsx', bytes: new Uint8Array([1]) }) }),
    namesNone: handles,
  },
}
