import {plain, signed} from './changes.js';
import {h, table} from './dom.js';
import {gradeLabel} from './grade.js';
import {name, t} from './text.js';

const ORDERS = {
  rank: (a, b) => (a.after.rank ?? 9999) - (b.after.rank ?? 9999) || a.unit.localeCompare(b.unit),
  change: (a, b) => Math.abs(b.totalChange ?? 0) - Math.abs(a.totalChange ?? 0) || a.unit.localeCompare(b.unit),
  wide: (a, b) => width(b) - width(a) || a.unit.localeCompare(b.unit),
};

/** What would be: the rules that differ, what moves, and each unit. */
export function outcome(year, result) {
  const summary = result.summary;
  const units = h('div', {});
  const draw = order => units.replaceChildren(unitTable(year, result.units.toSorted(ORDERS[order])));
  draw('rank');
  return [
    h('h2', {class: 'outcome'}, t('outcome')),
    h('dl', {class: 'tiles four'}, [['units', summary.units], ['totalsMoved', summary.totalsMoved], ['gradesChanged', summary.gradesChanged], ['ranksChanged', summary.ranksMoved]].map(([key, value]) =>
      h('div', {class: 'tile'}, h('dt', {}, t(key)), h('dd', {}, String(value))))),
    differences(result.baseline, result.simulated),
    movers(result),
    h('div', {class: 'filters'}, h('label', {class: 'field'}, h('span', {}, t('sort')),
      h('select', {onchange: event => draw(event.target.value)}, [['rank', t('byRank')], ['change', t('byChange')], ['wide', t('byWidth')]].map(([key, label]) =>
        h('option', {value: key}, label))))),
    units].filter(Boolean);
}

/** Every rule that is not the same in both. */
function differences(before, after) {
  const lines = [];
  const add = (label, was, is) => { if (was !== is) lines.push([label, was, is]); };
  const old = new Map(before.indicators.map(line => [line.indicator, line]));
  const now = new Map(after.indicators.map(line => [line.indicator, line]));
  for (const code of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(code);
    const is = now.get(code);
    const label = what => [h('code', {}, code), ' ', name((is ?? was).name), what ? ` · ${what}` : ''];
    if (!was || !is) lines.push([label(), was ? t('counted') : t('notCounted'), is ? t('counted') : t('notCounted')]);
    else {
      add(label(t('weight')), plain(was.weight), plain(is.weight));
      add(label(t('ruleText')), written(was.rule), written(is.rule));
    }
  }
  const froms = rules => new Map(rules.bands.map(band => [band.grade, plain(band.from)]));
  for (const grade of new Set([...froms(before).keys(), ...froms(after).keys()])) {
    add(`${t('bands')} · ${t(grade)}`, froms(before).get(grade) ?? '–', froms(after).get(grade) ?? '–');
  }
  add(t('minimumWeight'), plain(before.minimumApplicableWeight), plain(after.minimumApplicableWeight));
  if (lines.length === 0) return h('p', {class: 'quiet'}, t('sameRules'));
  return h('section', {class: 'panel'}, h('h2', {}, t('rulesChanged')), table(t('rulesChanged'),
    [h('th', {scope: 'col'}, t('rule')), h('th', {scope: 'col', class: 'number'}, t('before')), h('th', {scope: 'col', class: 'number'}, t('after'))],
    lines.map(([label, was, is]) => h('tr', {}, h('th', {scope: 'row'}, label), h('td', {class: 'number'}, was), h('td', {class: 'number'}, is)))));
}

function written(rule) {
  switch (rule.kind) {
    case 'RATIO': return `${t('target')} ${plain(rule.target)}`;
    case 'LINEAR': return `${plain(rule.floor)} – ${plain(rule.full)}`;
    case 'STEPS': return rule.steps.map(step => `≥ ${plain(step.from)}: ${plain(step.share)}`).join('; ');
    case 'RUBRIC': return Object.entries(rule.shares).sort().map(([grade, share]) => `${grade} ${plain(share)}`).join(', ');
    case 'MILESTONE': return `${t('target')} ${plain(rule.plannedPercent)}% (${Object.entries(rule.stages).sort((a, b) => a[1] - b[1]).map(([stage, percent]) => `${t(stage)} ${plain(percent)}`).join(', ')})`;
    default: return JSON.stringify(rule);
  }
}

function movers(result) {
  if (result.indicators.length === 0) return null;
  const names = new Map([...result.baseline.indicators, ...result.simulated.indicators].map(line => [line.indicator, line.name]));
  return h('details', {class: 'panel'}, h('summary', {}, t('movers', result.indicators.length)), table(t('movers', ''),
    [h('th', {scope: 'col'}, t('indicator')), h('th', {scope: 'col', class: 'number'}, t('units')), h('th', {scope: 'col', class: 'number'}, t('up')), h('th', {scope: 'col', class: 'number'}, t('down'))],
    result.indicators.map(mover => h('tr', {},
      h('th', {scope: 'row'}, h('code', {}, mover.indicator), ' ', name(names.get(mover.indicator))),
      h('td', {class: 'number'}, String(mover.units)), h('td', {class: 'number'}, signed(rounded(mover.up))), h('td', {class: 'number'}, signed(rounded(mover.down)))))));
}

function unitTable(year, units) {
  const last = Math.max(1, ...units.map(unit => unit.stability?.rank?.worst ?? 1));
  return table(t('outcome'),
    [h('th', {scope: 'col'}, t('unit')), h('th', {scope: 'col', class: 'number'}, t('total')), h('th', {scope: 'col', class: 'far'}, t('grade')), h('th', {scope: 'col', class: 'number'}, t('rank')),
      h('th', {scope: 'col', class: 'far interval'}, t('rankRange')), h('th', {scope: 'col', class: 'far number'}, t('gradeKept')), h('th', {scope: 'col', class: 'far'}, t('movedBy'))],
    units.map(unit => row(year, unit, last)), {class: 'board'});
}

function row(year, unit, last) {
  const {before, after, stability} = unit;
  const grades = () => before.grade === after.grade ? gradeLabel(after.grade) : [gradeLabel(before.grade), ' → ', gradeLabel(after.grade)];
  const kept = stability ? `${(Number(stability.gradeKept) * 100).toFixed(1)}%` : '–';
  const interval = () => range(stability?.rank, after.rank, last);
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: `#/${year}/unit/${unit.unit}`}, unit.name), unit.excluded ? [' ', h('span', {class: 'badge'}, t('excluded'))] : null,
      h('div', {class: 'near'}, grades()), h('div', {class: 'near interval'}, interval())),
    h('td', {class: 'number'}, after.total ?? '–', moved(unit.totalChange)),
    h('td', {class: 'far'}, grades()),
    h('td', {class: 'number'}, after.rank ? String(after.rank) : '–', moved(unit.rankChange ? -unit.rankChange : 0, unit.rankChange ? t('was', before.rank) : null)),
    h('td', {class: 'far interval'}, interval()),
    h('td', {class: 'far number'}, kept),
    h('td', {class: 'far'}, unit.indicators.slice(0, 3).map(one => h('div', {}, h('code', {}, one.indicator), ` ${signed(rounded(one.points))}`))));
}

function rounded(points) {
  return Number(points).toFixed(2);
}

/** By how much, and which way. */
function moved(change, text) {
  const value = Number(change ?? 0);
  return value === 0 ? null : h('div', {class: value > 0 ? 'risen' : 'fallen'}, text ?? signed(change));
}

/** Where nine draws of ten have the unit, on a line from the first rank to the last; the numbers stand beside it. */
function range(ranks, rank, last) {
  if (!ranks) return h('span', {class: 'quiet'}, '–');
  const place = value => 100 * (value - 1) / Math.max(1, last - 1);
  return [
    h('span', {title: t('bestWorst', ranks.best, ranks.worst)}, ranks.p5 === ranks.p95 ? String(ranks.p5) : `${ranks.p5} – ${ranks.p95}`),
    h('span', {class: 'range', 'aria-hidden': 'true'},
      h('span', {style: `left:${place(ranks.p5)}%;right:${100 - place(ranks.p95)}%`}),
      rank ? h('i', {style: `left:${place(rank)}%`}) : null)];
}

function width(unit) {
  const ranks = unit.stability?.rank;
  return ranks ? ranks.p95 - ranks.p5 : -1;
}
