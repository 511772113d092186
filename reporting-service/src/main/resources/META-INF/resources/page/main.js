import {get} from './api.js';
import {board, nothingYet} from './board.js';
import {h, show} from './dom.js';
import {progress} from './progress.js';
import {mayWatch, rebuild} from './rebuild.js';
import {canSignIn, prepare, signIn, signOut, user} from './session.js';
import {simulation} from './simulation.js';
import {switchLanguage, t, translatePage} from './text.js';
import {unit} from './unit.js';

const settings = await get('web-settings').catch(() => ({years: []}));
const years = [...new Set(settings.years.map(one => one.year))];
await prepare(settings).catch(() => {});
addEventListener('hashchange', draw);
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  document.querySelector('#content').focus();
});
draw();

async function draw() {
  const [view, year, rest] = route();
  translatePage();
  heading(view, year);
  show(h('p', {class: 'quiet'}, t('loading')));
  try {
    if (view === 'rebuild') await rebuild(rest);
    else if (years.length === 0) show(nothingYet());
    else if (view === 'unit') await unit(year, rest);
    else if (view === 'progress') await progress(settings.years.find(one => one.year === year));
    else if (view === 'simulation') await simulation(year, rest);
    else await board(years, year, rest);
  } catch (problem) {
    show(h('section', {class: 'panel'},
      h('h1', {}, problem.status === 404 ? t('notFound') : t('failed')),
      h('p', {}, problem.status === 404 && view === 'unit' ? t('unitHint') : problem.message),
      h('p', {class: 'quiet'}, problem.remedy ?? ''),
      h('p', {}, h('button', {onclick: draw}, t('retry')), ' ', h('a', {href: '#/'}, t('back')))));
  }
}

/** #/2025/COUNTY, #/2025/unit/430181, #/2025/progress, #/2025/simulation/CITY, #/rebuild, #/rebuild/0a1b2c */
function route() {
  const parts = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);
  const year = Number(parts[0]) || years.at(-1);
  if (parts[0] === 'rebuild') return ['rebuild', year, parts[1]];
  if (parts[1] === 'progress') return ['progress', year];
  if (parts[1] === 'simulation') return ['simulation', year, parts[2] === 'CITY' ? 'CITY' : 'COUNTY'];
  if (parts[1] === 'unit') return ['unit', year, parts[2]];
  return ['board', year, parts[1] === 'CITY' ? 'CITY' : 'COUNTY'];
}

function heading(view, year) {
  const views = [['board', `#/${year}/COUNTY`], ['progress', `#/${year}/progress`], ...user() ? [['simulation', `#/${year}/simulation`]] : [],
    ...mayWatch() ? [['rebuild', '#/rebuild']] : []];
  document.querySelector('.views').replaceChildren(...views.map(([key, href]) =>
    h('a', {href, 'aria-current': view === key ? 'page' : null}, t(key))));
  const switcher = h('button', {class: 'plain', lang: t('language') === 'English' ? 'en' : 'zh', onclick: () => { switchLanguage(); draw(); }}, t('language'));
  const name = user();
  const session = name
    ? [h('span', {class: 'user'}, name), h('button', {class: 'plain', onclick: signOut}, t('signOut'))]
    : canSignIn() ? [h('button', {class: 'plain', onclick: signIn}, t('signIn'))] : [];
  document.querySelector('.session').replaceChildren(switcher, ...session);
}
