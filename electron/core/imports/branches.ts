import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { PreviewInput, UnknownBranch } from '#shared/contract/imports.ts'
import { maskNumbers } from '#shared/lib/idNumber.ts'
import { isEnded, mayStandUnder, organizationTypes } from '#shared/domain/organizationKinds.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import { likeness, organizationKey } from './organizationNames.ts'
import { quote } from './rowFindings.ts'

/** What becomes of a branch's name. `placeholder` stands for the branch until it exists. */
export type BranchAnswer =
  | { readonly is: 'known'; readonly id: string }
  | { readonly is: 'matched'; readonly id: string; readonly message: string }
  | { readonly is: 'created'; readonly placeholder: string; readonly message: string }
  | { readonly is: 'blocked'; readonly message: string }

export interface BranchToCreate {
  readonly placeholder: string
  readonly name: string
  /** Null for a place at the top, where there is no organisation yet. */
  readonly parentId: string | null
}

export interface BranchBook {
  answer(name: string): BranchAnswer
  /** Group of a branch by its name; null when there is none. */
  findGroup(branchId: string, name: string): string | null
  nameOf(id: string): string
  /** Asked for so far and not an existing branch's name. */
  unknown(): readonly UnknownBranch[]
  toCreate(): readonly BranchToCreate[]
}

const leastLikeness = 0.6

/** Names a branch goes by: short, full, and short behind its community's name. */
export function keysOf(branch: StoredOrganization, tree: OrganizationTree): ReadonlySet<string> {
  const parent = branch.parentId === null ? undefined : tree.get(branch.parentId)
  const stem =
    parent === undefined ? '' : organizationKey(parent.shortName).replace(/(?:党委|党总支|党工委)$/, '')
  const short = organizationKey(branch.shortName)
  return new Set([short, organizationKey(branch.fullName), organizationKey(stem + short)])
}

function mayHoldBranches(parent: StoredOrganization): boolean {
  const type = organizationTypes.find((each) => each === parent.type)
  return type !== undefined && !isEnded(parent) && mayStandUnder('ZB', type)
}

type Choices = Pick<PreviewInput, 'branches' | 'otherBranches'>

/** Names of living organisations outside the scope of whoever imports: known so that no second one of the name is made. */
export function keysElsewhere(all: OrganizationTree, tree: OrganizationTree): ReadonlySet<string> {
  const outside = all.all.filter((row) => tree.get(row.id) === undefined && !isEnded(row))
  return new Set(outside.flatMap((row) => [...keysOf(row, all)]))
}

export function createBranchBook(
  tree: OrganizationTree,
  elsewhere: ReadonlySet<string>,
  choices: Choices,
  words: BranchWords = ofPeople,
): BranchBook {
  const byKey = new Map<string, StoredOrganization[]>()
  for (const row of tree.all) {
    for (const key of keysOf(row, tree)) byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  const branches = tree.all.filter((row) => row.type === 'ZB' && !isEnded(row))
  const shortKeys = branches.map((row) => ({ row, key: organizationKey(row.shortName) }))
  const root = tree.children(null).find((row) => !isEnded(row))
  const answers = new Map<string, BranchAnswer>()
  const people = new Map<string, number>()
  const creations = new Map<string, BranchToCreate>()

  const create = (name: string, parentId: string | null): BranchAnswer => {
    const placeholder = `new:${organizationKey(name)}`
    const under = parentId ?? root?.id ?? null
    const parent = under === null ? undefined : tree.get(under)
    if (under !== null && (parent === undefined || !mayHoldBranches(parent)))
      return {
        is: 'blocked',
        message: `${quote(name)}不能建在所选的组织之下，党支部须建在党工委、党委或党总支之下，请重新选择`,
      }
    if (!creations.has(placeholder)) creations.set(placeholder, { placeholder, name, parentId: under })
    const place = under === null ? '新建这个党支部' : `在${quote(parent?.shortName ?? '')}下新建`
    return { is: 'created', placeholder, message: `花名册里没有${quote(name)}，将${place}` }
  }
  const choose = (name: string, same: readonly StoredOrganization[]): BranchAnswer => {
    const key = shownName(name)
    const choice = Object.hasOwn(choices.branches, key) ? choices.branches[key] : undefined
    if (choice?.action === 'match') {
      const target = tree.get(choice.organizationId)
      if (target?.type !== 'ZB' || isEnded(target)) {
        return { is: 'blocked', message: `${quote(name)}所选的党支部已不存在或已撤销，请重新选择` }
      }
      return {
        is: 'matched',
        id: target.id,
        message: `${quote(name)}按您的选择归入${quote(target.shortName)}`,
      }
    }
    if (elsewhere.has(organizationKey(name)))
      return { is: 'blocked', message: whyUnknown(name, same, true, words) }
    if (choice?.action === 'create') return create(name, choice.parentId)
    if (choice === undefined && same.length === 0 && choices.otherBranches === 'create')
      return create(name, null)
    return { is: 'blocked', message: whyUnknown(name, same, false, words) }
  }
  const resolve = (name: string): BranchAnswer => {
    const same = byKey.get(organizationKey(name)) ?? []
    const living = same.filter((row) => row.type === 'ZB' && !isEnded(row))
    const [only] = living
    if (living.length === 1 && only !== undefined) return { is: 'known', id: only.id }
    return choose(name, same)
  }
  return {
    answer: (name) => {
      const answer = answers.get(name) ?? resolve(name)
      answers.set(name, answer)
      people.set(name, (people.get(name) ?? 0) + 1)
      return answer
    },
    findGroup: (branchId, name) => {
      const key = organizationKey(name)
      const group = tree
        .children(branchId)
        .find((row) => row.type === 'XZ' && !isEnded(row) && organizationKey(row.shortName).endsWith(key))
      return group?.id ?? null
    },
    nameOf: (id) => tree.get(id)?.shortName ?? creations.get(id)?.name ?? '',
    unknown: () =>
      [...answers].flatMap(([name, answer]) =>
        answer.is === 'known'
          ? []
          : [
              {
                name: shownName(name),
                people: people.get(name) ?? 0,
                mustChoose: mustChoose(
                  name,
                  byKey.get(organizationKey(name)) ?? [],
                  elsewhere.has(organizationKey(name)),
                  words,
                ),
                suggestions: suggest(name, shortKeys),
              },
            ],
      ),
    toCreate: () => [...creations.values()],
  }
}

/** What a choice is known by; in a column taken for branches there may be ID numbers. */
function shownName(name: string): string {
  return maskNumbers(name)
}

/** What the rows of a list are, and what may become of a branch it names. */
export interface BranchWords {
  readonly rows: string
  /** Why only a branch can hold them. */
  readonly onlyBranches: string
  readonly unknown: (name: string) => string
}

const ofPeople: BranchWords = {
  rows: '人员',
  onlyBranches: '组织关系只能在党支部',
  unknown: (name) => `花名册里没有${quote(name)}，请选择对应的党支部或新建`,
}

function whyUnknown(
  name: string,
  same: readonly StoredOrganization[],
  isElsewhere: boolean,
  words: BranchWords,
): string {
  const [first] = same
  if (first === undefined && isElsewhere)
    return `${quote(name)}不在您的管理范围内，这些${words.rows}请由街道党务干事导入；若是本组织的党支部，请选择是哪一个`
  if (same.length > 1) return `叫${quote(name)}的党支部不止一个，请选择是哪一个`
  if (first !== undefined && isEnded(first))
    return `${quote(first.shortName)}已撤销或合并，请选择现有的党支部`
  if (first !== undefined) return `${quote(first.shortName)}不是党支部，${words.onlyBranches}，请选择`
  return words.unknown(name)
}

function mustChoose(
  name: string,
  same: readonly StoredOrganization[],
  isElsewhere: boolean,
  words: BranchWords,
): string | null {
  return same.length === 0 && !isElsewhere ? null : whyUnknown(name, same, isElsewhere, words)
}

interface NamedBranch {
  readonly row: StoredOrganization
  readonly key: string
}

function suggest(name: string, branches: readonly NamedBranch[]): UnknownBranch['suggestions'] {
  const key = organizationKey(name)
  return branches
    .map(({ row, key: other }) => ({
      organizationId: row.id,
      shortName: row.shortName,
      likeness: likeness(key, other),
    }))
    .filter((suggestion) => suggestion.likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness || (a.shortName < b.shortName ? -1 : 1))
    .slice(0, 3)
    .map((suggestion) => ({ ...suggestion, likeness: Math.round(suggestion.likeness * 100) / 100 }))
}
