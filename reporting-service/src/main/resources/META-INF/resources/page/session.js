/** Sign-in by OIDC: authorization code with PKCE. Without it the page shows what is public. */
const KEY = 'chuyi-session';
const PENDING = 'chuyi-sign-in';
let settings;
let tokens = read(KEY);

export async function prepare(webSettings) {
  settings = webSettings;
  const answer = new URLSearchParams(location.search);
  const pending = read(PENDING);
  if (!answer.has('state') || !pending) return;
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', location.pathname + pending.hash);
  if (answer.get('state') !== pending.state || !answer.has('code')) return;
  await exchange({grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: home(), code_verifier: pending.verifier});
}

export function canSignIn() {
  return Boolean(settings?.oidc?.authority) && Boolean(globalThis.crypto?.subtle);
}

export function user() {
  return tokens ? claims().preferred_username ?? claims().sub : null;
}

/** Whether somebody is signed in who has one of the roles; the service decides all the same. */
export function may(...roles) {
  return Boolean(tokens) && (claims().realm_access?.roles ?? []).some(role => roles.includes(role));
}

export async function signIn() {
  const pending = {state: random(), verifier: random() + random(), hash: location.hash};
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  const url = new URL((await discovery()).authorization_endpoint);
  url.search = new URLSearchParams({
    response_type: 'code', client_id: settings.oidc.clientId, redirect_uri: home(), scope: 'openid',
    state: pending.state, code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: 'S256'});
  location.assign(url);
}

export async function signOut() {
  const hint = tokens?.id_token;
  forget();
  const end = new URL((await discovery()).end_session_endpoint);
  end.search = new URLSearchParams({client_id: settings.oidc.clientId, post_logout_redirect_uri: home(), ...(hint && {id_token_hint: hint})});
  location.assign(end);
}

/** The header of a request; empty when nobody is signed in. Renews the token shortly before it expires. */
export async function authorization() {
  if (tokens && Date.now() > tokens.until - 10_000) {
    await exchange({grant_type: 'refresh_token', refresh_token: tokens.refresh_token}).catch(forget);
  }
  return tokens ? {Authorization: `Bearer ${tokens.access_token}`} : {};
}

export function forget() {
  tokens = null;
  sessionStorage.removeItem(KEY);
}

async function exchange(parameters) {
  const body = new URLSearchParams({client_id: settings.oidc.clientId, ...parameters});
  const response = await fetch((await discovery()).token_endpoint, {method: 'POST', body});
  if (!response.ok) return forget();
  const answer = await response.json();
  tokens = {...answer, until: Date.now() + answer.expires_in * 1000};
  sessionStorage.setItem(KEY, JSON.stringify(tokens));
}

let discovered;
function discovery() {
  return discovered ??= fetch(`${settings.oidc.authority}/.well-known/openid-configuration`).then(answer => answer.json());
}

function claims() {
  const part = tokens.access_token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), char => char.charCodeAt(0))));
}

function home() {
  return location.origin + location.pathname;
}

function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(24)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function read(key) {
  return JSON.parse(sessionStorage.getItem(key) ?? 'null');
}
