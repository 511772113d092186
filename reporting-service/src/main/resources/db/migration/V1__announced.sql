-- What this service has announced: not derived from the topics it reads, so it stays when the schema "live" is remade.

-- The last measure-changed of each indicator.
create table announced (
    stream    text   not null,
    indicator text   not null,
    version   bigint not null,
    payload   text   not null,
    primary key (stream, indicator)
);

-- The editions that were sealed.
create table sealed (
    stream  text   not null,
    edition int    not null,
    version bigint not null,
    digest  text   not null,
    primary key (stream, edition)
);
