/** Bundles a small page's script at test time, out of the packages it names. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { compile } from 'svelte/compiler';

/**
 * @param source of a module; bare imports are taken from the project's packages.
 * @param svelte source of a component that the module imports as `virtual:component`.
 * @returns a script for a page.
 */
export async function bundle(source: string, svelte?: string): Promise<string> {
  const built = await rolldown({
    input: 'virtual:entry',
    platform: 'browser',
    logLevel: 'silent',
    transform: {
      define: {
        'process.env.NODE_ENV': '"production"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
    },
    plugins: [
      {
        name: 'in-memory',
        resolveId: (id) => (id.startsWith('virtual:') ? id : null),
        load(id) {
          if (id === 'virtual:entry') return source;
          if (id !== 'virtual:component' || svelte === undefined) return null;
          return compile(svelte, { filename: 'Page.svelte', generate: 'client' }).js.code;
        },
      },
    ],
  });
  const { output } = await built.generate({ format: 'iife' });
  await built.close();
  return output[0].code;
}

/** @returns a script for a page, out of a module of the project. */
export const bundleFile = (url: URL): Promise<string> =>
  bundle(`import ${JSON.stringify(fileURLToPath(url))};`);

/** @returns a Svelte component as the server renders it. */
export async function compileForServer(source: string): Promise<unknown> {
  const { js } = compile(source, { filename: 'Page.svelte', generate: 'server' });
  const code = js.code.replaceAll(
    "'svelte/internal/server'",
    `'${import.meta.resolve('svelte/internal/server')}'`,
  );
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    default: unknown;
  };
  return module.default;
}
