import {get} from './api.js';
import {lazy, moment, signed} from './changes.js';
import {h, table} from './dom.js';
import {eventTable} from './events.js';
import {gradeLabel} from './grade.js';
import {name, t} from './text.js';

const PAGE = 200;

/** Every result that a unit had, the latest first: when, how much, and what made it so. */
export function history(year, code) {
  return h('section', {class: 'panel'}, h('h2', {}, t('history')), lazy(t('historyShow'), () => entries(year, code)));
}

async function entries(year, code) {
  const found = await all(`scores/${year}/${code}/history?limit=${PAGE}`);
  return [
    h('p', {class: 'quiet'}, t('historyHint', found.length)),
    table(t('history'),
      [h('th', {scope: 'col'}, t('recorded')), h('th', {scope: 'col', class: 'number'}, t('total')),
        h('th', {scope: 'col', class: 'number'}, t('change')), h('th', {scope: 'col'}, t('why'))],
      found.toReversed().map(row))];
}

async function all(path) {
  const found = [];
  for (let cursor = ''; cursor !== null;) {
    const page = await get(cursor ? `${path}&cursor=${cursor}` : path);
    found.push(...page.items);
    cursor = page.next ?? null;
  }
  return found;
}

function row(entry) {
  return h('tr', {},
    h('th', {scope: 'row'}, moment(entry.recorded)),
    h('td', {class: 'number'}, entry.result.total ?? '–', ' ', gradeLabel(entry.result.grade)),
    h('td', {class: 'number'}, entry.parts ? signed(entry.parts.total) : '–'),
    h('td', {},
      entry.result.edition ? h('strong', {}, `${t('edition', entry.result.edition)} `) : null,
      entry.moved.length
        ? entry.moved.map(line => h('p', {}, h('code', {}, line.indicator), ' ', name(line.sentence)))
        : h('p', {class: 'quiet'}, name(entry.sentence)),
      h('details', {}, h('summary', {}, t('events')), eventTable(entry.events))));
}
