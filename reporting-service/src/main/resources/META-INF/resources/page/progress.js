import {get} from './api.js';
import {bar, h, show, table} from './dom.js';
import {name, t} from './text.js';

export async function progress({programme, demo}) {
  const result = await get(`programmes/${programme}/progress`);
  show(
    h('h1', {}, t('progressOf', name(result.name))),
    h('p', {class: 'quiet'}, t('expected', result.on, Math.round(result.expectedPercent))),
    demo ? h('p', {class: 'note'}, t('demoNote')) : null,
    h('section', {class: 'panel'}, table(t('progress'),
      [h('th', {scope: 'col'}, t('task')), h('th', {scope: 'col', class: 'number'}, t('target')), h('th', {scope: 'col', class: 'number'}, t('listed')),
        h('th', {scope: 'col', class: 'number'}, t('built')), h('th', {scope: 'col', class: 'number'}, t('percent')), h('th', {scope: 'col'}, t('pace'))],
      result.tasks.map(row))));
}

function row(task) {
  const percent = task.percent === null || task.percent === undefined ? null : Number(task.percent);
  return h('tr', {},
    h('th', {scope: 'row'}, h('code', {}, task.task), ' ', name(task.name), byCity(task.byCity)),
    h('td', {class: 'number'}, task.target ? `${Number(task.target)} ${task.unit}` : t('open')),
    h('td', {class: 'number'}, String(task.listed)),
    h('td', {class: 'number'}, String(task.built)),
    h('td', {class: 'number total'}, percent === null ? '–' : `${percent.toFixed(0)}%`, percent === null ? null : bar(percent / 100)),
    h('td', {}, task.pace ? h('span', {class: `badge pace ${task.pace}`}, t(task.pace)) : '–'));
}

function byCity(cities) {
  const counted = cities.filter(city => city.listed > 0);
  if (counted.length === 0) return null;
  return h('details', {}, h('summary', {}, t('byCity')),
    h('ul', {class: 'cities'}, counted.map(city => h('li', {}, `${city.name} ${city.built}/${city.listed}`))));
}
