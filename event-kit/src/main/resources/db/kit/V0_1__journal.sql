-- The append-only log of this service: its state, its outbox and its audit trail.
-- Rows are written once; the relay alone sets published_at, chain and hash, once.
create table journal (
    position       bigint generated always as identity primary key,
    stream         text        not null,
    version        bigint      not null check (version > 0),
    id             uuid        not null unique,
    type           text        not null,
    payload        text        not null,
    recorded_at    timestamptz not null,
    actor          text,
    correlation_id text,
    causation_id   text,
    traceparent    text,
    published_at   timestamptz,
    chain          bigint unique,
    hash           bytea,
    unique (stream, version),
    check ((published_at is null) = (chain is null)),
    check ((chain is null) = (hash is null))
);

create index journal_backlog on journal (position) where published_at is null;

-- First answers of commands that carried an Idempotency-Key.
create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint text        not null,
    created_at  timestamptz not null,
    status      int,
    headers     jsonb,
    body        text,
    primary key (caller, key)
);

create index idempotency_key_age on idempotency_key (created_at);
