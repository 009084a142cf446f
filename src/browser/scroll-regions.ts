/**
 * A table that fits needs no stop of the Tab key. Without JavaScript every table keeps its stop, so that the wide
 * ones can be scrolled from the keyboard.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) updateRegion(target instanceof HTMLTableElement ? target.parentElement : target);
});

for (const region of document.querySelectorAll<HTMLElement>('.scroll')) {
  observer.observe(region);
  if (region.firstElementChild) observer.observe(region.firstElementChild);
}

function updateRegion(region: Element | null): void {
  if (!(region instanceof HTMLElement)) return;
  const overflows = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
  if (overflows) region.tabIndex = 0;
  else region.removeAttribute('tabindex');
  region.toggleAttribute('data-overflows', overflows);
}
