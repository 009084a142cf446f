/**
 * A list narrowed down by the fields of a form: `data-filter` names the list, each entry carries the values of the
 * fields (`data-year`, …; several are parted by spaces). The address holds the choice, so that it can be shared and
 * the Back button leads out of it. Without JavaScript the form is not shown and the list is whole.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) start(form);

function start(form: HTMLFormElement): void {
  const list = document.querySelector<HTMLElement>(form.dataset['filter'] ?? '');
  const status = form.querySelector('[role="status"]');
  const fields = [...form.querySelectorAll('select')];
  if (!list) return;
  const entries = [...list.querySelectorAll<HTMLElement>('[data-entry]')];
  const groups = [...list.querySelectorAll<HTMLElement>('[data-group]')].toReversed();

  function apply(): void {
    const wanted = fields.filter(({ value }) => value !== '');
    const shown = entries.filter((entry) => {
      entry.hidden = !wanted.every(({ name, value }) => (entry.dataset[name] ?? '').split(' ').includes(value));
      return !entry.hidden;
    });
    for (const group of groups) group.hidden = [...group.querySelectorAll<HTMLElement>('[data-entry]')].every(({ hidden }) => hidden);
    list?.toggleAttribute('data-filtered', wanted.length > 0);
    if (status) status.textContent = (form.dataset['count'] ?? '').replace('{0}', String(shown.length)).replace('{1}', String(entries.length));
  }

  function read(): void {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = query.get(field.name) ?? '';
      field.value = [...field.options].some((option) => option.value === value) ? value : '';
    }
    apply();
  }

  function write(): void {
    const query = new URLSearchParams(fields.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])));
    history.pushState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    apply();
  }

  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    write();
  });
  form.addEventListener('reset', () => setTimeout(write));
  addEventListener('popstate', read);
  read();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) {
    link.addEventListener('click', () => {
      link.search = location.search;
    });
  }
}

export {};
