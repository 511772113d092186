import {all, get, link} from './api.js';
import {bar, h, show, table} from './dom.js';
import {GRADES, demoBadge, gradeLabel, incompleteBadge, standing} from './grade.js';
import {user} from './session.js';
import {t} from './text.js';

const choice = {text: '', city: '', grade: '', sort: 'rank'};

const ORDERS = {
  rank: (a, b) => (a.rank ?? 999_999) - (b.rank ?? 999_999) || a.code.localeCompare(b.code),
  code: (a, b) => a.code.localeCompare(b.code),
  total: (a, b) => Number(a.total ?? 999) - Number(b.total ?? 999) || a.code.localeCompare(b.code),
};

export async function board(years, year, level) {
  const result = await get(`scoreboards/${year}/${level}`);
  const units = result.units;
  const rows = h('div', {});
  const corrections = h('div', {});
  const redraw = () => rows.replaceChildren(...ranking(units, year, level));
  show(
    h('div', {class: 'line'},
      h('h1', {}, `${year} · ${t(level)}`),
      h('div', {class: 'switches'}, levelSwitch(year, level), yearSwitch(years, year, level))),
    units.some(unit => unit.demo) ? h('p', {class: 'note'}, t('demoNote')) : null,
    corrections,
    units.length === 0 ? nothingYet() : [tiles(units), filters(units, level, redraw), rows, proof(result, year, level)]);
  redraw();
  if (user()) propose(corrections, year, level).catch(() => {});
}

/** Published results that the corrected register would make others. */
async function propose(place, year, level) {
  const proposals = await all(`restatement-proposals?year=${year}&level=${level}`);
  if (proposals.length === 0) return;
  place.append(h('details', {class: 'note'}, h('summary', {}, t('proposals', proposals.length)),
    h('ul', {class: 'cities'}, proposals.map(proposal => h('li', {},
      h('a', {href: `#/${year}/unit/${proposal.unit.code}`}, proposal.unit.name),
      ` ${proposal.published.total ?? '–'} → ${proposal.proposed.total ?? '–'}`)))));
}

function levelSwitch(year, level) {
  return h('div', {class: 'segments', role: 'group', 'aria-label': t('unit')}, ['COUNTY', 'CITY'].map(one =>
    h('a', {href: `#/${year}/${one}`, 'aria-current': one === level ? 'true' : null}, t(one))));
}

function yearSwitch(years, year, level) {
  return h('label', {class: 'field'}, h('span', {}, t('year')),
    h('select', {onchange: event => { location.hash = `#/${event.target.value}/${level}`; }},
      years.map(one => h('option', {value: one, selected: one === year}, String(one)))));
}

export function nothingYet() {
  return h('section', {class: 'panel'}, h('p', {}, t('empty')), h('p', {class: 'quiet'}, t('emptyHint')));
}

function tiles(units) {
  const published = units.filter(unit => !unit.provisional).length;
  const rated = units.filter(unit => unit.total !== null && unit.total !== undefined);
  const average = rated.reduce((sum, unit) => sum + Number(unit.total), 0) / (rated.length || 1);
  return h('dl', {class: 'tiles'},
    tile(t('units'), units.length),
    tile(t('published'), published),
    tile(t('rated'), rated.length),
    tile(t('average'), average.toFixed(2)),
    h('div', {class: 'tile spread'}, h('dt', {}, t('grades')), h('dd', {}, spread(units))));
}

function tile(label, value) {
  return h('div', {class: 'tile'}, h('dt', {}, label), h('dd', {}, String(value)));
}

function spread(units) {
  const counts = GRADES.map(grade => [grade, units.filter(unit => unit.grade === grade).length]).filter(([, count]) => count > 0);
  return [
    h('span', {class: 'spread-bar', 'aria-hidden': 'true'}, counts.map(([grade, count]) =>
      h('span', {class: grade, style: `flex-grow:${count}`}))),
    h('ul', {}, counts.map(([grade, count]) => h('li', {}, h('i', {class: grade, 'aria-hidden': 'true'}), `${t(grade)} `, h('b', {}, String(count)))))];
}

function filters(units, level, redraw) {
  const cities = [...new Set(units.map(unit => unit.city?.name).filter(Boolean))];
  const set = key => event => { choice[key] = event.target.value; redraw(); };
  if (level === 'CITY' || !cities.includes(choice.city)) choice.city = '';
  return h('form', {class: 'filters', role: 'search', onsubmit: event => event.preventDefault()},
    field(t('search'), h('input', {type: 'search', placeholder: t('searchHint'), value: choice.text, oninput: set('text')})),
    level === 'COUNTY' ? field(t('city'), select(choice.city, set('city'), [['', t('all')], ...cities.map(city => [city, city])])) : null,
    field(t('grade'), select(choice.grade, set('grade'), [['', t('all')], ...GRADES.map(grade => [grade, t(grade)])])),
    field(t('sort'), select(choice.sort, set('sort'), [['rank', t('byRank')], ['code', t('byCode')], ['total', t('byTotal')]])));
}

function field(label, control) {
  return h('label', {class: 'field'}, h('span', {}, label), control);
}

function select(value, onchange, options) {
  return h('select', {onchange}, options.map(([key, label]) => h('option', {value: key, selected: key === value}, label)));
}

function ranking(units, year, level) {
  const text = choice.text.trim();
  const shown = units
    .filter(unit => !text || unit.name.includes(text) || unit.code.startsWith(text))
    .filter(unit => !choice.city || cityOf(unit) === choice.city)
    .filter(unit => !choice.grade || unit.grade === choice.grade)
    .sort(ORDERS[choice.sort]);
  const heads = [
    h('th', {scope: 'col', class: 'number'}, t('rank')), h('th', {scope: 'col'}, t('unit')),
    level === 'COUNTY' ? h('th', {scope: 'col', class: 'far'}, t('city')) : null,
    h('th', {scope: 'col', class: 'number'}, t('total')), h('th', {scope: 'col'}, t('grade')),
    h('th', {scope: 'col', class: 'far'}, t('state'))];
  return [
    h('p', {class: 'quiet', role: 'status'}, t('shown', shown.length, units.length)),
    shown.length === 0 ? h('p', {}, t('none')) : table(`${year} ${t(level)}`, heads, shown.map(unit => row(unit, year, level)), {class: 'board'})];
}

function row(unit, year, level) {
  return h('tr', {},
    h('td', {class: 'number rank'}, unit.rank ? String(unit.rank) : '–'),
    h('th', {scope: 'row'},
      h('a', {href: `#/${year}/unit/${unit.code}`}, unit.name), ' ', demoBadge(unit.demo),
      h('span', {class: 'near quiet'}, level === 'COUNTY' ? `${cityOf(unit)} ` : '', standing(unit), incompleteBadge(unit.incomplete))),
    level === 'COUNTY' ? h('td', {class: 'far'}, cityOf(unit)) : null,
    h('td', {class: 'number total'}, unit.total ?? '–', bar(Number(unit.total ?? 0) / 100, unit.grade)),
    h('td', {}, gradeLabel(unit.grade)),
    h('td', {class: 'far'}, standing(unit), ' ', incompleteBadge(unit.incomplete)));
}

function cityOf(unit) {
  return unit.city?.name ?? '';
}

function proof(result, year, level) {
  const canonical = link(`scoreboards/${year}/${level}/canonical`);
  return h('p', {class: 'proof quiet'}, `${t('digest')} `, h('code', {}, result.digest ?? ''), ' · ', h('a', {href: canonical}, t('canonical')));
}
