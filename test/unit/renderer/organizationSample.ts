import type { OrganizationFinding, OrganizationNode } from '#shared/contract/organizations.ts'

export function aFinding(code: string, fields: Partial<OrganizationFinding> = {}): OrganizationFinding {
  return {
    code,
    severity: 'yellow',
    message: '请核对',
    basis: '《支部工作条例》',
    field: null,
    overriddenReason: null,
    ...fields,
  }
}

export function aNode(
  id: string,
  parentId: string | null,
  fields: Partial<OrganizationNode> = {},
): OrganizationNode {
  return {
    id,
    parentId,
    depth: 0,
    code: null,
    shortName: id,
    fullName: `中共${id}`,
    type: 'ZB',
    branchKind: null,
    status: 'active',
    version: 1,
    own: { full: 0, probationary: 0 },
    total: { full: 0, probationary: 0 },
    findings: [],
    ...fields,
  }
}

/** 街道 - 社区 - 一支部 (with a group), 二支部; and a dissolved branch. */
export const smallTree: readonly OrganizationNode[] = [
  aNode('街道', null, { type: 'DGW', total: { full: 10, probationary: 2 } }),
  aNode('社区', '街道', { type: 'SQW', depth: 1 }),
  aNode('一支部', '社区', {
    depth: 2,
    findings: [aFinding('ORG-03'), aFinding('ORG-09', { severity: 'red' })],
  }),
  aNode('小组', '一支部', { type: 'XZ', depth: 3 }),
  aNode('二支部', '社区', { depth: 2, findings: [aFinding('ORG-03', { overriddenReason: '已报批' })] }),
  aNode('旧支部', '社区', { depth: 2, status: 'dissolved' }),
]
