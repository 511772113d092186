package cn.chuyi.assessment.unit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** A name that a code has had since a day. */
@Entity
@Table(name = "division_name")
@IdClass(DivisionNameRow.Key.class)
@SuppressWarnings("NullAway.Init")
class DivisionNameRow extends PanacheEntityBase {
    @Id
    String code;

    @Id
    @Column(name = "effective_on")
    LocalDate effectiveOn;

    String name;

    record Key(String code, LocalDate effectiveOn) implements Serializable {}
}
