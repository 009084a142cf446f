/** The pages as Astro has bundled them, with what it knows of them and a thread has to be told. */
export interface Bundle {
  /** The module that renders them. */
  readonly entry: string;
  /** The styles of each page, by its key. */
  readonly styles: ReadonlyMap<string, unknown>;
}

export interface Page {
  readonly url: string;
  /** The route that makes it: of several, the one that Astro has chosen. */
  readonly route: string;
  readonly component: string;
}

export interface Rendered {
  readonly content: Uint8Array;
  /** Not a file beside the pages. */
  readonly isPage: boolean;
}

interface Route {
  readonly route: string;
  readonly component: string;
}

/** The part of Astro's own application that is used here: see `createDefaultPrerenderer` in astro/dist/core/build. */
interface Application {
  readonly manifest: { readonly routes: readonly { readonly routeData: Route }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

let opened: { readonly entry: string; readonly application: Promise<Application> } | undefined;

/** Makes a page, in whatever thread this is. */
export async function renderPage({ entry, styles }: Bundle, { url, route, component }: Page): Promise<Rendered> {
  if (opened?.entry !== entry) opened = { entry, application: openApplication(entry, styles) };
  const application = await opened.application;
  const routeData = application.manifest.routes.map((each) => each.routeData).find((each) => each.route === route && each.component === component);
  if (!routeData) throw new RangeError(route);
  const response = await application.render(new Request(url), { routeData });
  return { content: await response.bytes(), isPage: response.headers.get('content-type')?.startsWith('text/html') ?? false };
}

async function openApplication(entry: string, styles: ReadonlyMap<string, unknown>): Promise<Application> {
  const { app } = (await import(entry)) as { app: Application };
  app.setInternals({ pagesByKeys: new Map([...styles].map(([key, each]) => [key, { styles: each }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: tell } } } });
  return app;
}

function tell({ level, message }: { readonly level: string; readonly message: string }): void {
  if (level === 'warn' || level === 'error') console.error(message);
}
