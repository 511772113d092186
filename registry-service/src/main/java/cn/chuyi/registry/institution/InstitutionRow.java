package cn.chuyi.registry.institution;

import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.registry.Documents;
import cn.chuyi.registry.SchoolKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What lists of institutions filter by, beside the page itself. Written in the transaction of the facts. */
@Entity
@Table(name = "institution")
@SuppressWarnings("NullAway.Init")
class InstitutionRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Nullable
    String code;

    String name;

    @Enumerated(EnumType.STRING)
    SchoolKind kind;

    String locatedIn;

    @Nullable
    String administeredBy;

    @Nullable
    LocalDate closedOn;

    long version;

    @ColumnTransformer(write = "?::jsonb")
    String document;

    InstitutionPage page() {
        return Documents.read(document, InstitutionPage.class);
    }

    static void fold(Outcome<?, InstitutionEvent> outcome) {
        if (outcome.events().isEmpty()) {
            return;
        }
        InstitutionRow row = findById(outcome.events().getFirst().institution());
        InstitutionRow target = row == null ? new InstitutionRow() : row;
        InstitutionPage page = row == null ? new InstitutionPage() : row.page();
        outcome.requireAfter(target.version);
        outcome.events().forEach(page::apply);
        target.set(page, outcome.version());
        if (row == null) {
            target.persist();
        }
    }

    private void set(InstitutionPage page, long itsVersion) {
        id = page.id;
        code = page.code;
        name = page.name;
        kind = page.kind;
        locatedIn = page.locatedIn;
        administeredBy = page.administeredBy.division();
        closedOn = page.closedOn;
        version = itsVersion;
        document = Documents.write(page);
    }
}
