/**
 * Charts are pictures until they are touched, pointed at or reached with the Tab key: only then what makes them
 * answer is fetched.
 */
for (const stage of document.querySelectorAll<HTMLElement>('figure:has(> .chart-data) > .chart')) {
  const hint = stage.parentElement?.querySelector('.chart-hint');
  stage.tabIndex = 0;
  stage.role = 'application';
  stage.ariaLabel = stage.querySelector('title')?.textContent ?? null;
  stage.ariaRoleDescription = hint?.getAttribute('data-role') ?? null;
  if (hint) stage.setAttribute('aria-describedby', hint.id);
  for (const type of ['pointerenter', 'pointerdown', 'focus', 'keydown']) {
    stage.addEventListener(type, (event) => void wakeChart(stage, event));
  }
}

async function wakeChart(stage: HTMLElement, event: Event): Promise<void> {
  if (stage.classList.contains('is-live')) return;
  if (event instanceof KeyboardEvent && !/^(Arrow|Home|End)/.test(event.key)) return;
  // Offline, say: it stays the picture that it is.
  const module = await import('./live-chart.ts').catch(() => undefined);
  module?.wake(stage, event);
}
