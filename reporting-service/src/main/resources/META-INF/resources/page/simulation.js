import {post} from './api.js';
import {refusal} from './changes.js';
import {h, show} from './dom.js';
import {outcome} from './outcome.js';
import {comparison, firmness, rules} from './rules.js';
import {user} from './session.js';
import {t} from './text.js';

/** Other rules tried on a whole year, and how firm ranks stand. Nothing is kept. */
export async function simulation(year, level) {
  const head = [
    h('div', {class: 'line'}, h('h1', {}, `${year} · ${t('simulation')}`),
      h('div', {class: 'segments', role: 'group', 'aria-label': t('unit')}, ['COUNTY', 'CITY'].map(one =>
        h('a', {href: `#/${year}/simulation/${one}`, 'aria-current': one === level ? 'true' : null}, t(one))))),
    h('p', {class: 'quiet'}, t('simulationHint'))];
  if (!user()) return show(head, h('p', {}, t('signInFirst')));
  const start = await post('simulations', {year, level});
  const firm = firmness();
  const answer = h('div', {role: 'status'});
  const run = async wish => {
    answer.replaceChildren(h('p', {class: 'quiet'}, t('loading')));
    try {
      answer.replaceChildren(...outcome(year, await post('simulations', {year, level, stability: firm.wish(), ...wish})));
      answer.scrollIntoView({block: 'start'});
    } catch (problem) {
      answer.replaceChildren(refusal(problem));
    }
  };
  show(head, rules(start, firm, run), comparison(start, run), answer);
}
