import { createHashRouter } from 'react-router'
import { HomePage } from '../features/home/HomePage.tsx'
import { OrganizationsPage } from '../features/organizations/OrganizationsPage.tsx'
import { LoadingState } from '../ui/states.tsx'
import { Gate } from './Gate.tsx'
import { NotFoundPage, RouteErrorPage } from './RouteErrorPage.tsx'

/** The heavy pages (grid, wizard) are fetched when first opened. */
export function createRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      path: '/',
      Component: Gate,
      ErrorBoundary: RouteErrorPage,
      HydrateFallback: LoadingState,
      children: [
        {
          ErrorBoundary: RouteErrorPage,
          children: [
            { index: true, Component: HomePage },

            { path: 'organizations/:id?', Component: OrganizationsPage },
            {
              path: 'members',
              lazy: async () => ({
                Component: (await import('../features/members/MemberListPage.tsx')).MemberListPage,
              }),
            },
            {
              path: 'members/trash',
              lazy: async () => ({
                Component: (await import('../features/members/MemberTrashPage.tsx')).MemberTrashPage,
              }),
            },
            {
              path: 'members/export',
              lazy: async () => ({
                Component: (await import('../features/documents/ExportRosterPage.tsx')).ExportRosterPage,
              }),
            },
            {
              path: 'members/new',
              lazy: async () => ({
                Component: (await import('../features/members/MemberPage.tsx')).MemberPage,
              }),
            },
            {
              path: 'members/:id',
              lazy: async () => ({
                Component: (await import('../features/members/MemberPage.tsx')).MemberPage,
              }),
            },
            {
              path: 'imports',
              lazy: async () => ({
                Component: (await import('../features/imports/ImportPage.tsx')).ImportPage,
              }),
            },
            {
              path: 'imports/batches',
              lazy: async () => ({
                Component: (await import('../features/imports/ImportBatchesPage.tsx')).ImportBatchesPage,
              }),
            },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ])
}
