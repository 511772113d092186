package cn.chuyi.registry.project;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.registry.Documents;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What lists of projects filter by, beside the page itself. Written in the transaction of the facts, and with them in one
 * trip; Hibernate only reads it.
 */
@Entity
@Immutable
@Table(name = "project")
@SuppressWarnings("NullAway.Init")
class ProjectRow extends PanacheEntityBase {
    private static final String WRITE = """
            insert into project (id, programme, task, kind, located_in, status, version, document)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::jsonb[])
            on conflict (id) do update
            set status = excluded.status, version = excluded.version, document = excluded.document""";

    @Id
    UUID id;

    String programme;
    String task;
    String kind;
    String locatedIn;

    @Enumerated(EnumType.STRING)
    ProjectStatus status;

    long version;

    String document;

    ProjectPage page() {
        return Documents.read(document, ProjectPage.class);
    }

    /** Writes the row of a page that shows so many facts, whatever was there. */
    static void write(ProjectPage page, long version, Writes writes) {
        writes.later(WRITE, List.<@Nullable Object[]>of(new @Nullable Object[] {
            page.id, page.programme, page.task, page.kind, page.locatedIn, page.status, version, Documents.write(page)
        }));
    }
}
