package cn.chuyi.registry.programme;

import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.registry.Documents;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A programme as it stands. Written in the transaction of the facts. */
@Entity
@Table(name = "programme")
@SuppressWarnings("NullAway.Init")
class ProgrammeRow extends PanacheEntityBase {
    @Id
    String code;

    long version;

    @ColumnTransformer(write = "?::jsonb")
    String document;

    static @Nullable ProgrammeRow of(String code) {
        return findById(code);
    }

    ProgrammePage page() {
        return Documents.read(document, ProgrammePage.class);
    }

    static void fold(Outcome<?, ProgrammeEvent> outcome) {
        if (outcome.events().isEmpty()) {
            return;
        }
        ProgrammeRow row = of(outcome.events().getFirst().programme());
        ProgrammeRow target = row == null ? new ProgrammeRow() : row;
        ProgrammePage page = row == null ? new ProgrammePage() : row.page();
        outcome.requireAfter(target.version);
        outcome.events().forEach(page::apply);
        target.code = page.code;
        target.version = outcome.version();
        target.document = Documents.write(page);
        if (row == null) {
            target.persist();
        }
    }
}
