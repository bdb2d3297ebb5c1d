import { registerHooks } from 'node:module'

/**
 * Loaded before each Node process of the tests (test/quickStart.ts). Node parses a package's whole package.json again for each
 * of its modules; that of drizzle-orm has 180 KB and a hundred modules: a third of what `desk` takes to start.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context
    if (!specifier.startsWith('.') || !parentURL?.includes('/node_modules/drizzle-orm/'))
      return next(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
