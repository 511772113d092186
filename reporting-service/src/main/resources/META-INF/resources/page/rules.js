import {plain} from './changes.js';
import {h} from './dom.js';
import {name, t} from './text.js';

/** The number of a rule that a target is, by kind; the other kinds have none. */
const TARGETS = {RATIO: 'target', LINEAR: 'full', MILESTONE: 'plannedPercent'};

/** The frozen rules to be changed: weights, targets, what counts, grades, who is ranked. Only what was changed is sent. */
export function rules(start, firm, run) {
  const frozen = start.baseline;
  const lines = frozen.indicators.map(line);
  const bands = frozen.bands.map(band => ({band, from: number(band.from, {max: 100, 'aria-label': t(band.grade)})}));
  const minimum = number(frozen.minimumApplicableWeight, {max: 1000});
  const units = exclusions(start.units);
  const submit = event => {
    event.preventDefault();
    run({changes: {
      weights: changed(lines.map(one => [one.indicator, one.weight])),
      targets: changed(lines.filter(one => one.target).map(one => [one.indicator, one.target])),
      excludedIndicators: lines.filter(one => !one.counts.checked).map(one => one.indicator),
      excludedUnits: units.chosen(),
      ...bands.some(one => isChanged(one.from)) && {bands: bands.map(one => ({grade: one.band.grade, from: one.from.value}))},
      ...isChanged(minimum) && {minimumApplicableWeight: minimum.value}}});
  };
  return h('form', {class: 'panel', onsubmit: submit, onreset: () => setTimeout(units.recount)},
    h('h2', {}, t('changeRules')),
    h('div', {class: 'rules'},
      h('div', {class: 'rule head'}, h('span', {}, t('counts')), h('span', {}, t('indicator')), h('span', {}, t('weight')), h('span', {}, t('target'))),
      lines.map(one => one.row)),
    h('fieldset', {}, h('legend', {}, t('bands')), h('div', {class: 'filters'},
      bands.map(one => field(`${t(one.band.grade)} ≥`, one.from)),
      field(t('minimumWeight'), minimum))),
    units.element,
    h('fieldset', {}, h('legend', {}, t('firmness')), firm.element),
    h('p', {class: 'buttons'}, h('button', {class: 'main'}, t('simulate')), ' ', h('button', {type: 'reset', class: 'plain'}, t('asFrozen'))));
}

/** Two whole catalogues over the year: a frozen one, and another frozen one or a file. */
export function comparison(start, run) {
  const {id, revision} = start.baseline;
  const from = h('input', {type: 'number', min: 1, max: revision, value: revision, required: true});
  const to = h('input', {type: 'number', min: 1, max: revision, value: revision});
  const file = h('input', {type: 'file', accept: '.json,application/json'});
  const problem = h('p', {class: 'warn', role: 'alert'});
  const submit = async event => {
    event.preventDefault();
    problem.textContent = '';
    try {
      const catalogue = file.files.length ? {content: JSON.parse(await file.files[0].text())} : {id, revision: Number(to.value)};
      await run({baseline: {id, revision: Number(from.value)}, catalogue});
    } catch {
      problem.textContent = t('notJson', file.files[0].name);
    }
  };
  return h('details', {class: 'panel'}, h('summary', {}, t('compareCatalogues')),
    h('form', {onsubmit: submit},
      h('p', {class: 'quiet'}, t('compareHint')),
      h('div', {class: 'filters'},
        field(t('baselineRevision'), from),
        field(t('otherFile'), file),
        field(t('otherRevision'), to),
        h('button', {class: 'main'}, t('report'))),
      problem));
}

/** How far weights waver, and how often they are drawn. */
export function firmness() {
  const percent = h('input', {type: 'number', min: 0, max: 50, step: 'any', value: 10, required: true});
  const draws = h('input', {type: 'number', min: 1, max: 10_000, value: 1000, required: true});
  return {
    element: h('div', {class: 'filters'}, field(t('wavers'), percent), field(t('draws'), draws)),
    wish: () => ({percent: percent.value, draws: Number(draws.value), seed: 1})};
}

function line(indicator) {
  const key = TARGETS[indicator.rule.kind];
  const label = what => `${indicator.indicator} ${what}`;
  const weight = number(indicator.weight, {max: 1000, 'aria-label': label(t('weight'))});
  const target = key ? number(indicator.rule[key], {'aria-label': label(t('target'))}) : null;
  const counts = h('input', {type: 'checkbox', checked: true, 'aria-label': label(t('counts'))});
  return {indicator: indicator.indicator, weight, target, counts,
    row: h('div', {class: 'rule'}, counts,
      h('span', {}, h('code', {}, indicator.indicator), ' ', name(indicator.name)),
      h('label', {}, h('span', {class: 'near'}, t('weight')), weight),
      h('label', {}, h('span', {class: 'near'}, t('target')), target ?? h('span', {class: 'quiet'}, t(indicator.rule.kind))))};
}

/** Units to tick that are left out of the ranks. */
function exclusions(units) {
  const boxes = units.map(unit => [unit.unit, h('input', {type: 'checkbox'}), unit.name]);
  const count = h('b', {}, '0');
  const chosen = () => boxes.filter(([, box]) => box.checked).map(([code]) => code);
  const recount = () => { count.textContent = String(chosen().length); };
  return {chosen, recount, element: h('details', {class: 'exclusions', onchange: recount},
    h('summary', {}, t('excludedUnits'), ' ', count),
    h('div', {class: 'ticks'}, boxes.map(([, box, label]) => h('label', {}, box, ' ', label))))};
}

function number(value, more) {
  return h('input', {type: 'number', step: 'any', min: 0, value: plain(value), required: true, ...more});
}

function field(label, control) {
  return h('label', {class: 'field'}, h('span', {}, label), control);
}

function isChanged(input) {
  return Number(input.value) !== Number(input.defaultValue);
}

function changed(inputs) {
  return Object.fromEntries(inputs.filter(([, input]) => isChanged(input)).map(([key, input]) => [key, input.value]));
}
