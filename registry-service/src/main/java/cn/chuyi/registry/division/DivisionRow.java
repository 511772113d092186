package cn.chuyi.registry.division;

import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.registry.Documents;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What lists of divisions filter by, beside the page itself. Written in the transaction of the facts. */
@Entity
@Table(name = "division")
@SuppressWarnings("NullAway.Init")
class DivisionRow extends PanacheEntityBase {
    @Id
    String code;

    @Enumerated(EnumType.STRING)
    DivisionLevel level;

    @Nullable
    String parent;

    @Nullable
    String successor;

    LocalDate openedOn;

    @Nullable
    LocalDate closedOn;

    long version;

    @ColumnTransformer(write = "?::jsonb")
    String document;

    static @Nullable DivisionRow of(String code) {
        return findById(code);
    }

    DivisionPage page() {
        return Documents.read(document, DivisionPage.class);
    }

    /** Whether the code stands for something on that day. */
    boolean standsOn(LocalDate day) {
        return !openedOn.isAfter(day) && (closedOn == null || day.isBefore(closedOn));
    }

    static void fold(Outcome<?, DivisionEvent> outcome) {
        if (outcome.events().isEmpty()) {
            return;
        }
        DivisionRow row = of(outcome.events().getFirst().code());
        boolean fresh = row == null;
        DivisionRow target = row == null ? new DivisionRow() : row;
        DivisionPage page = row == null ? new DivisionPage() : row.page();
        outcome.requireAfter(target.version);
        outcome.events().forEach(page::apply);
        target.set(page, outcome.version());
        if (fresh) {
            target.persist();
        }
    }

    private void set(DivisionPage page, long itsVersion) {
        code = page.code;
        level = page.level;
        parent = page.parent;
        successor = page.successor;
        openedOn = page.openedOn;
        closedOn = page.closedOn;
        version = itsVersion;
        document = Documents.write(page);
    }
}
