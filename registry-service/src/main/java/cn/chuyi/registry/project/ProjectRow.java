package cn.chuyi.registry.project;

import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.registry.Documents;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** What lists of projects filter by, beside the page itself. Written in the transaction of the facts. */
@Entity
@Table(name = "project")
@SuppressWarnings("NullAway.Init")
class ProjectRow extends PanacheEntityBase {
    @Id
    UUID id;

    String programme;
    String task;
    String kind;
    String locatedIn;

    @Enumerated(EnumType.STRING)
    ProjectStatus status;

    long version;

    @ColumnTransformer(write = "?::jsonb")
    String document;

    ProjectPage page() {
        return Documents.read(document, ProjectPage.class);
    }

    static void fold(Outcome<?, ProjectEvent> outcome) {
        if (outcome.events().isEmpty()) {
            return;
        }
        ProjectRow row = findById(outcome.events().getFirst().project());
        ProjectRow target = row == null ? new ProjectRow() : row;
        ProjectPage page = row == null ? new ProjectPage() : row.page();
        outcome.requireAfter(target.version);
        outcome.events().forEach(page::apply);
        target.set(page, outcome.version());
        if (row == null) {
            target.persist();
        }
    }

    private void set(ProjectPage page, long itsVersion) {
        id = page.id;
        programme = page.programme;
        task = page.task;
        kind = page.kind;
        locatedIn = page.locatedIn;
        status = page.status;
        version = itsVersion;
        document = Documents.write(page);
    }
}
