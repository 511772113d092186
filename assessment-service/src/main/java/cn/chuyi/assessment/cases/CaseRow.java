package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.State;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a case stands, for lists; written in the transaction of its facts. */
@Entity
@Table(name = "supervised_case")
@SuppressWarnings("NullAway.Init")
class CaseRow extends PanacheEntityBase {
    @Id
    String id;

    String cycle;

    String unit;

    String name;

    @Enumerated(EnumType.STRING)
    Level level;

    String parent;

    @Enumerated(EnumType.STRING)
    State status;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    int returns;

    long version;
}
