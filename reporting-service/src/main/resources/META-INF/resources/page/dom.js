/** Builds elements: h('td', {class: 'number'}, '90.00'). Text is always text, never markup. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...present(children));
  return element;
}

function present(children) {
  return children.flat(9).filter(child => child !== null && child !== undefined && child !== false);
}

export function show(...children) {
  document.querySelector('#content').replaceChildren(...present(children));
}

/** A table with a caption for screen readers and a heading for each column. */
export function table(caption, heads, rows, properties) {
  return h('div', {class: 'scroll'},
    h('table', properties ?? {},
      h('caption', {class: 'unseen'}, caption),
      h('thead', {}, h('tr', {}, heads)),
      h('tbody', {}, rows)));
}

/** A share between 0 and 1 as a bar; the number stands beside it, so the bar itself stays silent. */
export function bar(share, kind) {
  const percent = Math.round(Number(share ?? 0) * 100);
  return h('span', {class: `bar ${kind ?? ''}`, 'aria-hidden': 'true'}, h('span', {style: `width:${percent}%`}));
}
