import {get, post} from './api.js';
import {plain, refusal, signed} from './changes.js';
import {h, show, table} from './dom.js';
import {gradeLabel} from './grade.js';
import {user} from './session.js';
import {name, t} from './text.js';

/** Other weights tried on a whole year, and how firm ranks stand. Nothing is kept. */
export async function simulation(year, level) {
  const head = [
    h('div', {class: 'line'}, h('h1', {}, `${year} · ${t('simulation')}`),
      h('div', {class: 'segments', role: 'group'}, ['COUNTY', 'CITY'].map(one =>
        h('a', {href: `#/${year}/simulation/${one}`, 'aria-current': one === level ? 'true' : null}, t(one))))),
    h('p', {class: 'quiet'}, t('simulationHint'))];
  if (!user()) return show(head, h('p', {}, t('signInFirst')));
  const lines = await indicatorsOf(year, level);
  const answer = h('div', {role: 'status'});
  show(head, form(year, level, lines, answer), answer);
}

/** The indicators with their weights, as any score of the level has them. */
async function indicatorsOf(year, level) {
  const result = await get(`scoreboards/${year}/${level}`);
  if (result.units.length === 0) return [];
  const score = await get(`scores/${year}/${result.units[0].code}`);
  return score.items ?? [];
}

function form(year, level, lines, answer) {
  const weights = lines.map(item => h('input', {
    class: 'weight', type: 'number', min: 0, max: 1000, step: 'any', value: plain(item.weight),
    'aria-label': `${item.indicator} ${t('weight')}`}));
  const wavers = h('input', {type: 'number', min: 0, max: 50, step: 'any', value: 10});
  const draws = h('input', {type: 'number', min: 1, max: 10_000, value: 1000});
  const run = async event => {
    event.preventDefault();
    answer.replaceChildren(h('p', {class: 'quiet'}, t('loading')));
    const changed = lines.flatMap((item, index) => Number(weights[index].value) === Number(item.weight) ? [] : [[item.indicator, weights[index].value]]);
    const wish = {year, level, changes: {weights: Object.fromEntries(changed)}, stability: {percent: wavers.value, draws: Number(draws.value), seed: 1}};
    try {
      answer.replaceChildren(...outcome(await post('simulations', wish)));
    } catch (problem) {
      answer.replaceChildren(refusal(problem));
    }
  };
  return h('form', {class: 'panel', onsubmit: run},
    h('div', {class: 'weights'}, lines.map((item, index) => h('label', {}, h('span', {}, h('code', {}, item.indicator), ' ', name(item.name)), weights[index]))),
    h('div', {class: 'filters'},
      h('label', {class: 'field'}, h('span', {}, t('wavers')), wavers),
      h('label', {class: 'field'}, h('span', {}, t('draws')), draws),
      h('button', {}, t('simulate'))));
}

function outcome(result) {
  const summary = result.summary;
  const units = result.units.toSorted((a, b) => (a.after.rank ?? 9999) - (b.after.rank ?? 9999) || a.unit.localeCompare(b.unit));
  return [
    h('dl', {class: 'tiles'}, [['units', summary.units], ['totalsMoved', summary.totalsMoved], ['gradesChanged', summary.gradesChanged], ['ranksChanged', summary.ranksMoved]].map(([key, value]) =>
      h('div', {class: 'tile'}, h('dt', {}, t(key)), h('dd', {}, String(value))))),
    table(t('simulation'),
      [h('th', {scope: 'col'}, t('unit')), h('th', {scope: 'col', class: 'number'}, t('total')), h('th', {scope: 'col'}, t('grade')), h('th', {scope: 'col', class: 'number'}, t('rank')),
        h('th', {scope: 'col', class: 'far'}, t('movedBy')), h('th', {scope: 'col', class: 'far number'}, t('rankRange')), h('th', {scope: 'col', class: 'far number'}, t('gradeKept'))],
      units.map(row), {class: 'board'})];
}

function row(unit) {
  const {before, after, stability} = unit;
  const ranks = stability?.rank;
  return h('tr', {},
    h('th', {scope: 'row'}, unit.name),
    h('td', {class: 'number'}, after.total ?? '–', h('div', {class: 'quiet'}, signed(unit.totalChange))),
    h('td', {}, before.grade === after.grade ? gradeLabel(after.grade) : [gradeLabel(before.grade), ' → ', gradeLabel(after.grade)]),
    h('td', {class: 'number'}, after.rank ? String(after.rank) : '–', unit.rankChange ? h('div', {class: 'quiet'}, signed(String(-unit.rankChange))) : null),
    h('td', {class: 'far'}, unit.indicators.slice(0, 3).map(one => h('div', {}, h('code', {}, one.indicator), ` ${signed(one.points)}`))),
    h('td', {class: 'far number'}, ranks ? `${ranks.p5} – ${ranks.p95}` : '–'),
    h('td', {class: 'far number'}, stability ? `${(Number(stability.gradeKept) * 100).toFixed(1)}%` : '–'));
}
