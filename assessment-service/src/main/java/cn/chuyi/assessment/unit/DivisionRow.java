package cn.chuyi.assessment.unit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One code of a division, from the day it holds. */
@Entity
@Table(name = "division")
@SuppressWarnings("NullAway.Init")
class DivisionRow extends PanacheEntityBase {
    @Id
    String code;

    String level;

    @Nullable
    String parent;

    @Column(name = "opened_on")
    LocalDate openedOn;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;

    boolean existsOn(LocalDate day) {
        return !openedOn.isAfter(day) && (closedOn == null || closedOn.isAfter(day));
    }
}
