create table note_view (stream text not null, version bigint not null, text text not null, primary key (stream, version));
