import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { FACES, facesCss } from '../fonts/faces.ts';

/** Shows an edited YAML or Markdown file in the open page at once. */
export function reloadOnData(root: string): Plugin {
  const folders = ['data', 'content'].map((folder) => join(root, folder));
  return {
    name: 'nenpo-reload-on-data',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(folders);
      const reload = (file: string) => {
        if (folders.some((folder) => file.startsWith(folder))) server.hot.send({ type: 'full-reload' });
      };
      server.watcher.on('change', reload).on('add', reload).on('unlink', reload);
    },
  };
}

/** In development the whole typeface is served: there is no built site yet to cut it down to. */
export function developmentFonts(): Plugin {
  return {
    name: 'nenpo-development-fonts',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        if (path.endsWith('/fonts/fonts.css')) {
          response.setHeader('Content-Type', 'text/css');
          return response.end(facesCss());
        }
        const face = FACES.find(({ fileName }) => path.endsWith(`/fonts/${fileName}`));
        if (!face) return next();
        response.setHeader('Content-Type', 'font/ttf');
        response.end(readFileSync(face.source));
      });
    },
  };
}
