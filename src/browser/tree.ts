/** Buttons that open and close all rows of a tree at once; without a script every row opens by itself. */
for (const tree of document.querySelectorAll<HTMLElement>('.finance-tree')) {
  const rows = [...tree.querySelectorAll('details')];
  const buttons = tree.querySelector<HTMLElement>('[data-buttons]');
  if (!buttons || rows.length < 2) continue;
  buttons.hidden = false;
  buttons.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (!button) return;
    for (const [index, row] of rows.entries()) row.open = button.value === 'open' || index === 0;
  });
}

/** A link to a row leads to it, however deep it is folded away. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('.finance-tree')) return;
  for (let row = target.closest('details') ?? target.querySelector('details'); row; row = row.parentElement?.closest('details') ?? null) row.open = true;
  const own = target.querySelector('details');
  if (own) own.open = true;
  target.scrollIntoView();
}

addEventListener('hashchange', openTarget);
openTarget();
